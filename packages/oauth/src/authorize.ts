import { AuthorizationCode } from 'simple-oauth2';
import type { OAuthClient, ProviderOAuth } from './declaration.ts';
import { codeChallenge, type FlowSecrets } from './pkce.ts';

export interface AuthorizationRequest extends FlowSecrets {
  readonly redirectUri: string;
  /** As the provider spells them. */
  readonly scopes: readonly string[];
  /** The account that a reconnect expects (OpenID Connect Core §3.1.2.1). */
  readonly loginHint?: string;
}

/**
 * The provider's page where a person consents, at its real address: code flow, PKCE S256 where the provider takes it (O-1).
 * @throws Error where the declaration's endpoint is no https address (O-16).
 */
export function authorizationUrl(
  oauth: ProviderOAuth,
  { clientId }: Pick<OAuthClient, 'clientId'>,
  request: AuthorizationRequest,
): URL {
  const endpoint = new URL(oauth.authorizationEndpoint);
  if (endpoint.protocol !== 'https:') throw new Error('An authorization endpoint must begin with https://.');
  // The secret stays out: this value only writes an address.
  const flow = new AuthorizationCode({
    client: { id: clientId, secret: '' },
    auth: {
      tokenHost: endpoint.origin,
      authorizeHost: endpoint.origin,
      authorizePath: endpoint.pathname + endpoint.search,
    },
    options: { scopeSeparator: oauth.scopeSeparator ?? ' ' },
  });
  const parameters = {
    ...oauth.authorizationParams,
    ...(oauth.pkce === 'S256' && {
      code_challenge: codeChallenge(request.codeVerifier),
      code_challenge_method: 'S256',
    }),
    ...(oauth.issuer !== undefined && { nonce: request.nonce }),
    ...(request.loginHint !== undefined && { login_hint: request.loginHint }),
    redirect_uri: request.redirectUri,
    ...scopesIn(oauth, request.scopes),
    state: request.state,
  };
  const url = new URL(flow.authorizeURL(parameters));
  for (const [name, value] of endpoint.searchParams) if (!url.searchParams.has(name)) url.searchParams.set(name, value);
  return url;
}

/** Nothing where there is nothing to ask for: an empty `scope` is not the same as none. */
const scopesIn = ({ scopeParam = 'scope', scopeSeparator = ' ' }: ProviderOAuth, scopes: readonly string[]) =>
  scopes.length === 0 ? {} : { [scopeParam]: scopes.join(scopeSeparator) };
