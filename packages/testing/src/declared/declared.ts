import type { CallbackLie } from '../evil-redirect.ts';
import type { IdTokenLie } from '../evil-tokens.ts';
import type { TokenAnswerLie } from '../evil-token-answer.ts';

type Texts = Readonly<Record<string, string>>;

/** What a {@link DeclaredPeer} reads of a provider's declaration, every template filled. */
export interface DeclaredOAuth {
  readonly authorizationEndpoint: string;
  readonly tokenEndpoint: string;
  readonly tokensAt?: string;
  readonly tokenAnswerMustSay?: Texts;
  readonly revocationEndpoint?: string;
  readonly revokes: 'token' | 'grant' | 'project';
  readonly issuer?: string;
  readonly jwksUri?: string;
  readonly issParameter?: boolean;
  readonly clientAuth: 'client_secret_post' | 'client_secret_basic' | 'none';
  readonly pkce: 'S256' | 'none';
  readonly scopeParam?: string;
  readonly scopeSeparator?: ' ' | ',';
  readonly refreshRotates?: boolean;
  readonly neverExpires?: boolean;
  readonly callback?: {
    readonly mustSay?: Texts;
    readonly signature?: {
      readonly parameter: string;
      readonly algorithm: 'sha256';
      readonly encoding: 'hex' | 'base64';
      readonly timestamp?: { readonly parameter: string; readonly toleranceSeconds: number };
    };
  };
  readonly identity: {
    readonly endpoint: string;
    readonly subject?: string;
    readonly within?: string;
    readonly email?: string;
    readonly name?: string;
    readonly mustSay?: Readonly<Record<string, string | boolean>>;
    readonly mustHave?: readonly string[];
  };
}

/** One lie in what only some providers say. */
export type DeclaredLie =
  | 'callback-says-other'
  | 'callback-says-nothing'
  | 'callback-says-twice'
  | 'callback-unsigned'
  | 'callback-signed-by-another'
  | 'callback-changed-after-signing'
  | 'callback-stale'
  | 'callback-tells-elsewhere'
  | 'answer-says-other'
  | 'identity-other'
  | 'identity-refused-in-200'
  | 'identity-empty'
  | 'identity-html'
  | 'identity-500'
  | 'id-token-absent'
  | 'revoke-500';

export type PeerLie = CallbackLie | IdTokenLie | TokenAnswerLie | DeclaredLie;

/** What a test tells a peer besides the declaration. */
export interface DeclaredPeerOptions {
  readonly oauth: DeclaredOAuth;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Name of the parameter by which the provider tells a setting, and what an honest one says. */
  readonly tells?: { readonly parameter: string; readonly value: string };
  /** Its page where the setting was told before. */
  readonly otherAuthorizationEndpoint?: string;
  /** Scopes are answered as they were asked, unless told. */
  readonly scope?: string;
}

/** Puts a value where a JSON pointer (RFC 6901) says. */
export function put(target: Record<string, unknown>, pointer: string, value: unknown): void {
  const parts = pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
  const last = parts.pop();
  let at = target;
  for (const [index, part] of parts.entries()) {
    const next = parts[index + 1] ?? last ?? '';
    at[part] ??= /^\d+$/.test(next) ? [] : {};
    at = at[part] as Record<string, unknown>;
  }
  if (last !== undefined) at[last] = value;
}
