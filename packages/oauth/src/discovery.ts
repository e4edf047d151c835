import { type EgressAnswer, EgressError, personAddress } from '@switchboard/egress';
import { z } from 'zod';
import { callTo, type CallContext, type ClientAuth } from './declaration.ts';
import { OAuthError } from './oauth-error.ts';
import { unreadable } from './token-answer.ts';

/** What an issuer says of itself. */
export interface Discovered {
  readonly issuer: string;
  readonly authorizationEndpoint: string;
  readonly tokenEndpoint: string;
  readonly revocationEndpoint?: string;
  readonly jwksUri?: string;
  readonly identityEndpoint?: string;
  readonly clientAuth: ClientAuth;
  readonly issParameter: boolean;
}

const address = z.string().max(2_048);
const Document = z.object({
  issuer: z.string(),
  authorization_endpoint: address,
  token_endpoint: address,
  revocation_endpoint: address.optional(),
  jwks_uri: address.optional(),
  userinfo_endpoint: address.optional(),
  token_endpoint_auth_methods_supported: z.array(z.string()).optional(),
  authorization_response_iss_parameter_supported: z.boolean().optional(),
});

/**
 * Reads an issuer's own description (OpenID Connect Discovery §4, RFC 8414 §3): its `issuer` is byte for byte the one asked, and
 * every endpoint in it is held to the same rules as an address that a person gave.
 * @throws OAuthError `invalid_answer` or `issuer_mismatch`, EgressError where it cannot be reached or is refused.
 */
export async function discoverIssuer(context: CallContext, issuer: string): Promise<Discovered> {
  for (const place of placesOf(issuer)) {
    const answer = await read(context, place);
    if (answer.status === 404) continue;
    const parsed = Document.safeParse(answer.ok ? answer.tryJson() : undefined);
    if (!parsed.success) throw new OAuthError('invalid_answer');
    if (parsed.data.issuer !== issuer) throw new OAuthError('issuer_mismatch');
    return checked(context, parsed.data);
  }
  throw new OAuthError('invalid_answer', 'The issuer has no discovery document.');
}

/** OpenID Connect puts the well-known path behind the issuer's, RFC 8414 §3.1 before it. */
function placesOf(issuer: string): string[] {
  const { origin, pathname } = new URL(issuer);
  const path = pathname.replace(/\/$/, '');
  return [
    `${origin}${path}/.well-known/openid-configuration`,
    `${origin}/.well-known/oauth-authorization-server${path}`,
  ];
}

const read = (context: CallContext, url: string): Promise<EgressAnswer> =>
  context.egress
    .request({
      ...callTo(context, url),
      method: 'GET',
      headers: { accept: 'application/json' },
      limits: { bodyBytes: 65_536 },
    })
    .catch(unreadable);

function checked({ environment }: CallContext, document: z.output<typeof Document>): Discovered {
  const safe = (endpoint: string): string => {
    if (!endpoint.startsWith('https://') || !URL.canParse(endpoint))
      throw new EgressError('refused', 'The issuer names an address that does not begin with https://.');
    // The issuer's own origin was reached already, by the rules that egress keeps.
    if (environment === 'live' && new URL(endpoint).origin !== new URL(document.issuer).origin) personAddress(endpoint);
    return endpoint;
  };
  const { revocation_endpoint: revoke, jwks_uri: jwks, userinfo_endpoint: identity } = document;
  return {
    issuer: document.issuer,
    authorizationEndpoint: safe(document.authorization_endpoint),
    tokenEndpoint: safe(document.token_endpoint),
    ...(revoke !== undefined && { revocationEndpoint: safe(revoke) }),
    ...(jwks !== undefined && { jwksUri: safe(jwks) }),
    ...(identity !== undefined && { identityEndpoint: safe(identity) }),
    clientAuth: methodOf(document.token_endpoint_auth_methods_supported),
    issParameter: document.authorization_response_iss_parameter_supported === true,
  };
}

/** Basic where nothing is said (OpenID Connect Discovery §3). */
function methodOf(supported: readonly string[] = ['client_secret_basic']): ClientAuth {
  if (supported.includes('client_secret_basic')) return 'client_secret_basic';
  return supported.includes('client_secret_post') ? 'client_secret_post' : 'none';
}
