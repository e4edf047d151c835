import type { Revealable } from '@switchboard/egress';
import type { OAuthContext } from './declaration.ts';
import { HiddenToken } from './hidden-token.ts';
import { readTokenAnswer, type TokenAnswer } from './token-answer.ts';
import { callEndpoint } from './token-request.ts';

/**
 * Renews the access token (RFC 6749 §6), sending the refresh token exactly once. Where the answer has no new refresh token the
 * old one is kept.
 * @throws OAuthError `invalid_grant` where the grant has ended; EgressError with `mayHaveArrived` where the outcome is not known (O-12).
 */
export async function refreshTokens(context: OAuthContext, refreshToken: Revealable): Promise<TokenAnswer> {
  const sent = refreshToken.reveal();
  const { answer, hide } = await callEndpoint(context, context.oauth.tokenEndpoint, {
    grant_type: 'refresh_token',
    refresh_token: sent,
  });
  const tokens = readTokenAnswer(context, answer, { refreshing: true, hide });
  return { ...tokens, refreshToken: tokens.refreshToken ?? new HiddenToken(sent) };
}
