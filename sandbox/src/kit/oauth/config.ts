import type { SandboxAnswer, SandboxRequest } from '../exchange.ts';

/** Someone who can sign in. */
export interface OAuthAccount {
  readonly id: string;
  readonly name: string;
  /** Shown on the sign-in page; the id where the provider knows no address. */
  readonly email?: string;
}

/** A refusal of the token or revocation endpoint, before it has the provider's shape. */
export interface TokenRefusal {
  readonly status: number;
  /** RFC 6749 §5.2, or `too_many_requests`. */
  readonly error: string;
  readonly description: string;
  readonly retryAfterSeconds?: number;
}

/** What stands behind a token answer, for a provider that says more than RFC 6749. */
export interface TokenContext<Account> {
  readonly account: Account;
  readonly clientId: string;
  readonly scopes: readonly string[];
  readonly grantType: 'authorization_code' | 'refresh_token';
  readonly refreshExpiresIn?: number;
  readonly nonce?: string;
  readonly request: SandboxRequest;
}

export interface CallbackContext<Account> {
  readonly account: Account | undefined;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What the callback will carry so far: `code` or `error`, and `state`. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly request: SandboxRequest;
}

/** How one provider's authorization server behaves, whoever signs in. */
export interface AuthorizationRules {
  /** Whose clients sign in here; also names the part of the store. */
  readonly provider: string;
  readonly title: string;
  /** Each scope with its words on the consent page; empty where the provider has none. */
  readonly scopes: Readonly<Record<string, string>>;
  /** Scopes that are granted without a box of their own. */
  readonly fixedScopes?: readonly string[];
  /** Scopes that come with another one, as `read_orders` with `write_orders`. */
  readonly scopesImplied?: Readonly<Record<string, readonly string[]>>;
  /** What is granted where none is asked for, which may be nothing; without it that is refused. */
  readonly defaultScopes?: readonly string[];
  /** Between the scopes asked for; a space unless told. */
  readonly separator?: ' ' | ',';
  /** Between the scopes answered; as asked unless told. */
  readonly answerSeparator?: ' ' | ',';
  /** `scope` unless told. */
  readonly scopeParam?: string;
  /** True where a person can untick scopes. */
  readonly partialConsent?: boolean;
  /** False where the token answer does not say the scopes. */
  readonly answersScope?: boolean;
  readonly pkce: 'required' | 'accepted' | 'ignored';
  /** Where the client secret may be; `none` for a client that proves itself by PKCE alone. */
  readonly clientAuth: readonly ('post' | 'basic' | 'none')[];
  readonly tokenBody: readonly ('form' | 'json')[];
  /** Authorization parameters that must be there, with their value or `*` for any. */
  readonly requires?: Readonly<Record<string, string>>;
  /** Authorization parameters that are known besides the usual ones. */
  readonly knows?: readonly string[];
  /** Members of a token request that are known besides the usual ones, with their value or `*` for any. */
  readonly tokenKnows?: Readonly<Record<string, string>>;
  /** When a refresh token is given. */
  readonly offline:
    | 'always'
    | 'never'
    | { readonly parameter: string; readonly value: string }
    | { readonly scope: string }
    /** A member of the token request, as Shopify's `expiring`. */
    | { readonly tokenParameter: string; readonly value: string };
  /** Where the answer lists what the account gave this client before, too. */
  readonly includesGranted?: 'always' | { readonly parameter: string; readonly value: string };
  readonly codeSeconds: number;
  /** Left out where access tokens do not run out. */
  readonly accessSeconds?: number;
  readonly refreshSeconds?: number;
  /** A grant ends after so long without a refresh. */
  readonly idleSeconds?: number;
  /**
   * `none`: the refresh token stays. `single-use`: each use spends it. `grace`: a spent one may be retried until its successor
   * was used. `beside`: a new one comes with each use and the old ones go on working.
   */
  readonly rotation: 'none' | 'single-use' | 'grace' | 'beside';
  /** How long a spent refresh token may be retried with `grace`. */
  readonly graceSeconds?: number;
  /** True where using a spent refresh token ends the grant. */
  readonly reuseEndsGrant?: boolean;
  /** Refreshes with one refresh token. */
  readonly refreshLimit?: { readonly times: number; readonly minutes: number };
  /** Refresh tokens of one account and client; the oldest goes without a word. */
  readonly refreshTokensKept?: number;
  /** What a revocation ends; the grant unless told. */
  readonly revokes?: 'token' | 'grant' | 'account';
  /** How a revocation is asked for, where that is not as at the token endpoint. */
  readonly revocation?: {
    readonly clientAuth?: readonly ('post' | 'basic' | 'none')[];
    readonly body?: readonly ('form' | 'json')[];
  };
  /** Status for a revocation of a token nobody knows; 200 unless told (RFC 7009 §2.2). */
  readonly unknownRevocation?: 200 | 400;
  readonly errors?: (refusal: TokenRefusal) => SandboxAnswer;
  /** Puts the provider's prefixes on what is secret. */
  readonly spell?: Readonly<Partial<Record<'code' | 'access' | 'refresh', (secret: string) => string>>>;
}

/** The same with the people who can sign in, and what the provider's answers say of them. */
export interface AuthorizationConfig<Account extends OAuthAccount> extends AuthorizationRules {
  readonly accounts: readonly Account[];
  /** The accounts that can sign in at an origin, where not all can everywhere. */
  readonly accountsAt?: (origin: string) => readonly Account[];
  /** The one origin that exchanges codes and tokens of an account, where it matters. */
  readonly homeOf?: (account: Account) => string;
  /** Gives the token answer the provider's shape. */
  readonly answer?: (tokens: Readonly<Record<string, string | number>>, context: TokenContext<Account>) => unknown;
  /** Parameters the callback carries besides, as Shopify's `hmac`. */
  readonly callback?: (context: CallbackContext<Account>) => Readonly<Record<string, string>>;
}
