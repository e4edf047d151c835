import {
  type CallLimits,
  type CredentialPlace,
  type Egress,
  type EgressProvider,
  type Environment,
  type Revealable,
} from '@switchboard/egress';

export type ClientAuth = 'client_secret_post' | 'client_secret_basic' | 'none';

/** What the protocol reads of a provider's declaration, every template filled; provider-kit's `OAuth2Declaration` is one. */
export interface ProviderOAuth {
  readonly authorizationEndpoint: string;
  readonly tokenEndpoint: string;
  /** Extra members of the code exchange. */
  readonly tokenParams?: Readonly<Record<string, string>>;
  /** Extra headers of token and revocation calls. */
  readonly tokenHeaders?: Readonly<Record<string, string>>;
  /** JSON pointer to the object of the token answer that holds the tokens. */
  readonly tokensAt?: string;
  /** What `token_type` may say beside `bearer`. */
  readonly tokenTypes?: readonly string[];
  /** JSON pointers into the token answer, and the text each must have. */
  readonly tokenAnswerMustSay?: Readonly<Record<string, string>>;
  readonly revocationEndpoint?: string;
  readonly revocation?: RevocationForm;
  readonly revokeToken?: 'refresh_token' | 'access_token';
  readonly revokes: 'token' | 'grant' | 'project';
  readonly issuer?: string;
  readonly jwksUri?: string;
  readonly issParameter?: boolean;
  readonly clientAuth: ClientAuth;
  readonly tokenBody?: 'form' | 'json';
  readonly pkce: 'S256' | 'none';
  readonly scopeSeparator?: ' ' | ',';
  readonly scopeParam?: string;
  readonly authorizationParams?: Readonly<Record<string, string>>;
  readonly callback?: CallbackForm;
  readonly refreshRotates?: boolean;
  readonly defaultExpiresIn?: number;
  readonly identity: ProviderIdentity;
}

/** A revocation that is not RFC 7009's; `{token}` and `{clientId}` stand in the endpoint until it is sent. */
export interface RevocationForm {
  readonly method?: 'POST' | 'DELETE' | 'GET';
  readonly tokenIn?: 'body' | 'bearer' | 'query' | 'path';
  readonly tokenName?: string;
  readonly body?: 'form' | 'json' | 'empty';
  readonly clientAuth?: ClientAuth;
}

/** What a callback must carry besides `state` and `code`. */
export interface CallbackForm {
  readonly mustSay?: Readonly<Record<string, string>>;
  readonly signature?: {
    readonly parameter: string;
    readonly algorithm: 'sha256';
    readonly encoding: 'hex' | 'base64';
    readonly timestamp?: { readonly parameter: string; readonly toleranceSeconds: number };
  };
}

/** Where the account is read; subject and the rest are JSON pointers into the answer (RFC 6901). */
export interface ProviderIdentity {
  readonly endpoint: string;
  readonly method?: 'GET' | 'POST';
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Where the credential goes; `Authorization: Bearer …` unless told. */
  readonly use?: CredentialPlace;
  readonly subject?: string;
  /** What the subject is unique in; stands before it. */
  readonly within?: string;
  readonly email?: string;
  readonly name?: string;
  readonly picture?: string;
  /** JSON pointers whose value tells success from a refusal that comes with status 200. */
  readonly mustSay?: Readonly<Record<string, string | boolean>>;
  /** JSON pointers at which something must stand. */
  readonly mustHave?: readonly string[];
}

/** The hub's registration at a provider. */
export interface OAuthClient {
  readonly clientId: string;
  readonly clientSecret?: Revealable;
}

/** What every call outside needs. */
export interface CallContext {
  readonly egress: Pick<Egress, 'request'>;
  readonly providerId: string;
  readonly environment: Environment;
  /** Whose breaker and limits a call counts for, for example the connection's id; all of the provider's together unless told. */
  readonly account?: string;
  /** True where a person typed the addresses: the rules for those hold (E-4). */
  readonly personAddresses?: boolean;
  readonly signal?: AbortSignal;
}

/** Everything a call of the protocol needs. */
export interface OAuthContext extends CallContext {
  readonly oauth: ProviderOAuth;
  readonly client: OAuthClient;
  /** The time of checks; the wall clock's unless told. */
  readonly now?: () => Date;
}

/** A token call may take 30 s (O-12) and answer 64 KiB (O-17). */
export const tokenLimits: CallLimits = Object.freeze({ totalMs: 30_000, firstByteMs: 30_000, bodyBytes: 65_536 });

/** What egress is told for one endpoint: only its own origin, so that a client secret reaches no API host (O-19). */
export function callTo(context: CallContext, endpoint: string) {
  const { providerId, environment, account, signal, personAddresses = false } = context;
  const { origin } = new URL(endpoint);
  return {
    provider: originOf(`${providerId}.oauth`, origin, personAddresses),
    environment,
    url: endpoint,
    ...((account ?? (personAddresses && origin)) && { account: account ?? origin }),
    ...(signal && { signal }),
  };
}

const remembered = 1_000;
const known = new Map<string, EgressProvider>();

function originOf(id: string, origin: string, personAddress: boolean): EgressProvider {
  const key = `${id} ${personAddress} ${origin}`;
  let provider = known.get(key);
  if (provider === undefined) {
    if (known.size >= remembered) known.clear();
    known.set(key, (provider = { id, hosts: [origin], personAddress }));
  }
  return provider;
}
