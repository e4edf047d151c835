import type { Revealable } from '@switchboard/egress';
import type { OAuthContext } from './declaration.ts';
import { OAuthError } from './oauth-error.ts';
import { refreshTokens } from './refresh.ts';
import { refusal, refusalIn } from './token-answer.ts';
import { callEndpoint, type EndpointAnswer } from './token-request.ts';

/** `already`: the provider did not know the token any more. `unsupported`: it has no revocation, which the person is told (O-14). */
export type Revocation = 'revoked' | 'already' | 'unsupported';

interface Tokens {
  readonly refreshToken?: Revealable;
  readonly accessToken?: Revealable;
}

const gone = new Set(['invalid_token', 'invalid_grant']);

/**
 * Revokes a grant at the provider (RFC 7009, or the form that its declaration names), by the token that its declaration names.
 * An access token that has run out proves nothing about the grant, so a fresh one is asked for and sent instead.
 * @throws OAuthError or EgressError where it did not happen: then it is tried again.
 */
export async function revokeGrant(context: OAuthContext, tokens: Tokens): Promise<Revocation> {
  const { revocationEndpoint, revokeToken } = context.oauth;
  if (revocationEndpoint === undefined) return 'unsupported';
  const byAccess = revokeToken === 'access_token' || tokens.refreshToken === undefined;
  const token = byAccess ? tokens.accessToken : tokens.refreshToken;
  const ended = token === undefined ? 'already' : await revoke(context, revocationEndpoint, token, byAccess);
  if (ended === 'revoked' || !byAccess || tokens.refreshToken === undefined) return ended;
  const fresh = await refreshed(context, tokens.refreshToken);
  return fresh ? revoke(context, revocationEndpoint, fresh, byAccess) : 'already';
}

async function revoke(
  context: OAuthContext,
  template: string,
  token: Revealable,
  byAccess: boolean,
): Promise<'revoked' | 'already'> {
  const { oauth, client } = context;
  const { method, tokenIn = 'body', tokenName = 'token', clientAuth, ...rest } = oauth.revocation ?? {};
  const body = rest.body ?? (method === 'GET' ? 'empty' : undefined);
  const value = token.reveal();
  const endpoint = new URL(
    template
      .replaceAll('{clientId}', encodeURIComponent(client.clientId))
      .replaceAll('{token}', encodeURIComponent(value)),
  );
  if (tokenIn === 'query') endpoint.searchParams.set(tokenName, value);
  const rfc7009 = oauth.revocation === undefined;
  const hint = rfc7009 && { token_type_hint: byAccess ? 'access_token' : 'refresh_token' };
  const answered = await callEndpoint(
    context,
    endpoint.href,
    { ...(tokenIn === 'body' && { [tokenName]: value }), ...hint },
    {
      ...(method && { method }),
      ...(clientAuth && { clientAuth }),
      ...(body && { body }),
      secrets: [value],
      ...(tokenIn === 'bearer' && { headers: { authorization: `Bearer ${value}` } }),
    },
  );
  return outcome(answered, { byItself: tokenIn !== 'body', deletes: method === 'DELETE' });
}

/** @param by.byItself true where the token is what authorizes the call, so that 401 says it is not known. */
function outcome({ answer, hide }: EndpointAnswer, by: { byItself: boolean; deletes: boolean }): 'revoked' | 'already' {
  if (answer.ok) {
    const refused = refusalIn(answer.tryJson(), hide);
    if (!refused) return 'revoked';
    if (gone.has(refused.code)) return 'already';
    throw refused;
  }
  if ((by.deletes && answer.status === 404) || (by.byItself && answer.status === 401)) return 'already';
  const error = refusal(answer, hide);
  if (gone.has(error.code) || (answer.status === 400 && /invalid_token/.test(error.description ?? '')))
    return 'already';
  throw error;
}

/** A fresh access token, or undefined where the grant has ended. */
async function refreshed(context: OAuthContext, refreshToken: Revealable): Promise<Revealable | undefined> {
  try {
    return (await refreshTokens(context, refreshToken)).accessToken;
  } catch (error) {
    if (error instanceof OAuthError && error.code === 'invalid_grant') return undefined;
    throw error;
  }
}
