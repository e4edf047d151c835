import type { ProviderOAuth } from './declaration.ts';
import { checkIssuer } from './issuer.ts';
import { OAuthError } from './oauth-error.ts';

const read = ['code', 'state', 'error', 'error_description', 'error_uri', 'iss'] as const;
const longestCode = 4_096;

/** The `state` of a callback, before anything else of it is looked at. @throws OAuthError `invalid_callback`. */
export function callbackState(query: URLSearchParams): string {
  const state = query.get('state') ?? '';
  if (query.getAll('state').length !== 1 || !/^[\w-]{43}$/.test(state)) throw new OAuthError('invalid_callback');
  return state;
}

/**
 * Reads what the provider sent back after its issuer was checked, on errors too (O-5). The flow that `state` names must
 * have been taken from the store already (O-3).
 * @throws OAuthError with the provider's refusal, `issuer_mismatch` or `invalid_callback`.
 */
export function callbackCode(oauth: ProviderOAuth, query: URLSearchParams, recordedIssuer: string | undefined): string {
  if (read.some((name) => query.getAll(name).length > 1)) throw new OAuthError('invalid_callback');
  if (query.has('access_token') || query.has('id_token')) throw new OAuthError('invalid_callback');
  checkIssuer(oauth, query, recordedIssuer);
  const code = query.get('code');
  const error = query.get('error');
  if ((code === null) === (error === null)) throw new OAuthError('invalid_callback');
  if (error !== null) throw OAuthError.from(error, query.get('error_description') ?? undefined);
  if (code === null || code === '' || code.length > longestCode) throw new OAuthError('invalid_callback');
  return code;
}
