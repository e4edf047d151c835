import type { ClientAuth } from './auth.ts';

/** Where a credential goes on a call. `{clientId}` and settings may stand in `prefix` and `suffix`. */
export type TokenUse =
  | { readonly in: 'header'; readonly name: string; readonly prefix?: string; readonly suffix?: string }
  | { readonly in: 'query'; readonly name: string }
  /** `user:key` as HTTP Basic (RFC 7617); `user` may be a template. */
  | { readonly in: 'basic'; readonly user: string }
  /**
   * Before the path of each call, behind `prefix`: `/bot` puts `/bot<token>` there, as Telegram wants it. Paths that begin with
   * one of `after` have it behind that: `/file` gives Telegram's `/file/bot<token>/…`.
   */
  | { readonly in: 'path'; readonly prefix: string; readonly after?: readonly string[] };

/** Where the account's identity is read. All answer JSON; members are JSON pointers into the answer. */
export interface IdentityDeclaration {
  readonly endpoint: string;
  /** `GET` unless told. */
  readonly method?: 'GET' | 'POST';
  /** The body of a POST, as it is sent. */
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** The stable subject; where it is left out the account is known by the endpoint and a fingerprint of the key. */
  readonly subject?: string;
  /** Where the subject is unique only there, as in Slack's team: the id of that, which then stands before it. */
  readonly within?: string;
  readonly email?: string;
  readonly name?: string;
  readonly picture?: string;
  /** JSON pointers whose value must be as told, where a refusal comes with status 200, as Slack's `/ok`. */
  readonly mustSay?: Readonly<Record<string, string | boolean>>;
  /** JSON pointers at which something must stand, where whatever else may answer at the address. */
  readonly mustHave?: readonly string[];
}

/** A revocation that is not RFC 7009's form. `{clientId}` and `{token}` may stand in the endpoint. */
export interface RevocationRequest {
  /** `POST` unless told. */
  readonly method?: 'POST' | 'DELETE' | 'GET';
  /** Where the token goes: a member of the body (unless told), the Authorization header, the query, or the endpoint's `{token}`. */
  readonly tokenIn?: 'body' | 'bearer' | 'query' | 'path';
  /** `token` unless told. */
  readonly tokenName?: string;
  /** Encoding of the body; the token endpoint's unless told. `empty` sends none. */
  readonly body?: 'form' | 'json' | 'empty';
  /** The token endpoint's unless told. */
  readonly clientAuth?: ClientAuth;
}

/** What a callback must carry, and how it is signed. */
export interface CallbackRules {
  /** Parameters that must equal a filled template, as Shopify's `shop`. */
  readonly mustSay?: Readonly<Record<string, string>>;
  /** A keyed hash over the other parameters, sorted, as `name=value` joined with `&`; the key is the client secret. */
  readonly signature?: {
    readonly parameter: string;
    readonly algorithm: 'sha256';
    readonly encoding: 'hex' | 'base64';
    /** A Unix time that may not be further off than `toleranceSeconds`. */
    readonly timestamp?: { readonly parameter: string; readonly toleranceSeconds: number };
  };
  /** A setting that the provider tells in the callback, as Zoho's data centre; only a value of the setting's table counts. */
  readonly tellsSetting?: { readonly parameter: string; readonly setting: string };
}
