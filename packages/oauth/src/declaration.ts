import type { CallLimits, Egress, EgressProvider, Environment, Revealable } from '@switchboard/egress';

/** What the protocol reads of a provider's declaration; provider-kit's `OAuth2Declaration` is one. */
export interface ProviderOAuth {
  readonly authorizationEndpoint: string;
  readonly tokenEndpoint: string;
  readonly revocationEndpoint?: string;
  readonly revokeToken?: 'refresh_token' | 'access_token';
  readonly revokes: 'token' | 'grant' | 'project';
  readonly issuer?: string;
  readonly jwksUri?: string;
  readonly issParameter?: boolean;
  readonly clientAuth: 'client_secret_post' | 'client_secret_basic' | 'none';
  readonly tokenBody?: 'form' | 'json';
  readonly pkce: 'S256' | 'none';
  readonly scopeSeparator?: ' ' | ',';
  readonly authorizationParams?: Readonly<Record<string, string>>;
  readonly refreshRotates?: boolean;
  readonly defaultExpiresIn?: number;
  readonly identity: ProviderIdentity;
}

/** Where the account is read after consent; the others are JSON pointers into the answer (RFC 6901). */
export interface ProviderIdentity {
  readonly endpoint: string;
  readonly subject: string;
  readonly email?: string;
  readonly name?: string;
  readonly picture?: string;
}

/** The hub's registration at a provider. */
export interface OAuthClient {
  readonly clientId: string;
  readonly clientSecret?: Revealable;
}

/** Everything a call of the protocol needs. */
export interface OAuthContext {
  readonly egress: Pick<Egress, 'request'>;
  readonly providerId: string;
  readonly oauth: ProviderOAuth;
  readonly client: OAuthClient;
  readonly environment: Environment;
  /** Whose breaker and limits a call counts for, for example the connection's id; all of the provider's together unless told. */
  readonly account?: string;
  readonly signal?: AbortSignal;
  /** The time of checks; the wall clock's unless told. */
  readonly now?: () => Date;
}

/** A token call may take 30 s (O-12) and answer 64 KiB (O-17). */
export const tokenLimits: CallLimits = Object.freeze({ totalMs: 30_000, firstByteMs: 30_000, bodyBytes: 65_536 });

const known = new WeakMap<ProviderOAuth, Map<string, EgressProvider>>();

/** The origins that one endpoint of the declaration allows: its own, so that a client secret reaches no API host (O-19). */
export function hostOf({ oauth, providerId }: OAuthContext, endpoint: string): EgressProvider {
  let hosts = known.get(oauth);
  if (hosts === undefined) known.set(oauth, (hosts = new Map()));
  let provider = hosts.get(endpoint);
  if (provider === undefined) {
    provider = { id: `${providerId}.oauth`, hosts: [new URL(endpoint).origin] };
    hosts.set(endpoint, provider);
  }
  return provider;
}
