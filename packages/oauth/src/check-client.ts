import { randomBytes } from 'node:crypto';
import { EgressError } from '@switchboard/egress';
import type { OAuthContext } from './declaration.ts';
import { exchangeCode } from './exchange.ts';
import { OAuthError, type OAuthErrorCode } from './oauth-error.ts';

/** What a provider makes of a client id and secret. */
export interface ClientVerdict {
  readonly result: 'works' | 'refused' | 'could_not_tell';
  /** In one sentence. */
  readonly message: string;
}

const refusals: ReadonlySet<OAuthErrorCode> = new Set([
  'invalid_client',
  'unauthorized_client',
  'disabled_client',
  'deleted_client',
]);

/**
 * Tries a client id and secret by exchanging a code that nobody was given: whoever knows the client answers `invalid_grant`
 * (RFC 6749 §5.2), whoever does not `invalid_client`. Anything else tells nothing.
 */
export async function checkClient(context: OAuthContext, redirectUri: string): Promise<ClientVerdict> {
  const made = () => randomBytes(32).toString('base64url');
  try {
    await exchangeCode(context, { code: made(), redirectUri, codeVerifier: made() });
    return couldNotTell('The provider accepted a code that nobody was given.');
  } catch (error) {
    if (error instanceof EgressError) return couldNotTell('The provider did not answer.');
    if (!(error instanceof OAuthError)) throw error;
    return verdictOf(error);
  }
}

function verdictOf({ code, message, description }: OAuthError): ClientVerdict {
  if (code === 'invalid_grant') return { result: 'works', message: 'The provider knows this id and secret.' };
  if (code === 'redirect_uri_mismatch') return { result: 'refused', message };
  if (refusals.has(code)) return { result: 'refused', message };
  return couldNotTell(`The provider answered something else${description ? `: ${description}` : '.'}`);
}

const couldNotTell = (message: string): ClientVerdict => ({ result: 'could_not_tell', message });
