import type { Revealable } from '@switchboard/egress';
import type { OAuthContext } from './declaration.ts';
import { refusal } from './token-answer.ts';
import { postToEndpoint } from './token-request.ts';

/** `already`: the provider did not know the token any more. `unsupported`: it has no revocation, which the person is told (O-14). */
export type Revocation = 'revoked' | 'already' | 'unsupported';

const gone = new Set(['invalid_token', 'invalid_grant']);

/**
 * Revokes a grant at the provider (RFC 7009), by the token that its declaration names.
 * @throws OAuthError or EgressError where it did not happen: then it is tried again.
 */
export async function revokeGrant(
  context: OAuthContext,
  tokens: { readonly refreshToken?: Revealable; readonly accessToken?: Revealable },
): Promise<Revocation> {
  const endpoint = context.oauth.revocationEndpoint;
  if (endpoint === undefined) return 'unsupported';
  const byAccess = context.oauth.revokeToken === 'access_token' || tokens.refreshToken === undefined;
  const token = byAccess ? tokens.accessToken : tokens.refreshToken;
  if (token === undefined) return 'already';
  const answer = await postToEndpoint(context, endpoint, {
    token: token.reveal(),
    token_type_hint: byAccess ? 'access_token' : 'refresh_token',
  });
  if (answer.ok) return 'revoked';
  const error = refusal(answer);
  if (gone.has(error.code) || (answer.status === 400 && /invalid_token/.test(error.description ?? '')))
    return 'already';
  throw error;
}
