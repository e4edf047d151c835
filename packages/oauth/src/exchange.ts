import type { OAuthContext } from './declaration.ts';
import { OAuthError } from './oauth-error.ts';
import { readTokenAnswer, type TokenAnswer } from './token-answer.ts';
import { callEndpoint } from './token-request.ts';

/**
 * Exchanges a code once for tokens (RFC 6749 §4.1.3).
 * @throws OAuthError, or EgressError where the provider is down.
 */
export async function exchangeCode(
  context: OAuthContext,
  flow: {
    readonly code: string;
    readonly redirectUri: string;
    readonly codeVerifier: string;
    /** As they were asked; without `openid` no ID token is to be expected (OpenID Connect Core §3.1.2.1). */
    readonly scopes?: readonly string[];
  },
): Promise<TokenAnswer> {
  const { oauth } = context;
  const { answer, hide } = await callEndpoint(context, oauth.tokenEndpoint, {
    grant_type: 'authorization_code',
    code: flow.code,
    redirect_uri: flow.redirectUri,
    ...(oauth.pkce === 'S256' && { code_verifier: flow.codeVerifier }),
    ...oauth.tokenParams,
  });
  const tokens = readTokenAnswer(context, answer, { hide });
  const proves = oauth.issuer !== undefined && (flow.scopes?.includes('openid') ?? true);
  if (proves && tokens.idToken === undefined) throw new OAuthError('invalid_id_token');
  return tokens;
}
