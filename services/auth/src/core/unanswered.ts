import { type ErrorDetails, HubError } from '@switchboard/contracts';
import type { EgressError } from '@switchboard/egress';

/** What an outside call without a usable answer means to a person: the provider limits us or does not answer, and when to come back. */
export function unanswered(error: EgressError, details: ErrorDetails = {}): HubError {
  const wait = error.retryAfterSeconds === undefined ? {} : { retryAfterSeconds: Math.ceil(error.retryAfterSeconds) };
  const code = error.kind === 'limited' ? 'provider_limited' : 'provider_unavailable';
  return new HubError(code, undefined, { ...details, ...wait }, { cause: error });
}
