import type { OAuthContext } from './declaration.ts';
import { OAuthError } from './oauth-error.ts';
import { readTokenAnswer, type TokenAnswer } from './token-answer.ts';
import { postToEndpoint } from './token-request.ts';

/**
 * Exchanges a code once for tokens (RFC 6749 §4.1.3).
 * @throws OAuthError, or EgressError where the provider is down.
 */
export async function exchangeCode(
  context: OAuthContext,
  flow: { readonly code: string; readonly redirectUri: string; readonly codeVerifier: string },
): Promise<TokenAnswer> {
  const { oauth } = context;
  const answer = await postToEndpoint(context, oauth.tokenEndpoint, {
    grant_type: 'authorization_code',
    code: flow.code,
    redirect_uri: flow.redirectUri,
    ...(oauth.pkce === 'S256' && { code_verifier: flow.codeVerifier }),
  });
  const tokens = readTokenAnswer(context, answer);
  if (oauth.issuer !== undefined && tokens.idToken === undefined) throw new OAuthError('invalid_id_token');
  return tokens;
}
