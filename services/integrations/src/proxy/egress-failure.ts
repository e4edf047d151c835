import { EgressError, type EgressErrorKind } from '@switchboard/egress';
import { type ErrorCode, HubError } from '@switchboard/contracts';

const codes: Readonly<Record<EgressErrorKind, ErrorCode>> = {
  refused: 'egress_refused',
  limited: 'provider_limited',
  timeout: 'provider_unavailable',
  unavailable: 'provider_unavailable',
  too_large: 'provider_unavailable',
  bad_answer: 'provider_unavailable',
  certificate: 'provider_unavailable',
  aborted: 'provider_unavailable',
};

/** What egress could not do, in the hub's words. */
export function asHubError(error: unknown, provider: string): unknown {
  if (!(error instanceof EgressError)) return error;
  const { kind, message, retryAfterSeconds } = error;
  return new HubError(codes[kind], message, { provider, retryAfterSeconds }, { cause: error });
}
