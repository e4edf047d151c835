import type { ProviderOAuth } from './declaration.ts';
import { OAuthError } from './oauth-error.ts';

/**
 * Mix-up defence (RFC 9207 §2.4): the issuer recorded before leaving is still the declared one, and `iss`, required where the
 * provider advertises it, is byte for byte the same.
 * @throws OAuthError `issuer_mismatch`.
 */
export function checkIssuer(oauth: ProviderOAuth, query: URLSearchParams, recordedIssuer: string | undefined): void {
  if (recordedIssuer !== oauth.issuer) throw new OAuthError('issuer_mismatch');
  const iss = query.get('iss');
  if (iss === null) {
    if (oauth.issParameter === true) throw new OAuthError('issuer_mismatch');
    return;
  }
  if (oauth.issuer === undefined ? oauth.issParameter === true : iss !== oauth.issuer) {
    throw new OAuthError('issuer_mismatch');
  }
}
