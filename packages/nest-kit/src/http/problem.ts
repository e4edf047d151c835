import { type ErrorCode, errorTable, HubError, type Problem } from '@switchboard/contracts';

const codeOfStatus: Readonly<Record<number, ErrorCode>> = {
  400: 'input_invalid',
  401: 'unauthenticated',
  403: 'not_permitted',
  404: 'not_found',
  405: 'method_not_allowed',
  408: 'deadline_exceeded',
  411: 'input_invalid',
  413: 'payload_too_large',
  414: 'input_invalid',
  415: 'media_type_unsupported',
  431: 'payload_too_large',
  503: 'service_unavailable',
};

/** Whatever was thrown, as an error that may be shown; what is unknown becomes `internal`. */
export function asHubError(error: unknown): HubError {
  if (error instanceof HubError) return error;
  const code = codeOfStatus[statusOf(error) ?? 500];
  return code
    ? new HubError(code, undefined, {}, { cause: error })
    : new HubError('internal', undefined, {}, { cause: error });
}

function statusOf(error: unknown): number | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  if ('getStatus' in error && typeof error.getStatus === 'function') return Number(error.getStatus());
  return 'statusCode' in error ? Number(error.statusCode) : undefined;
}

/** RFC 9457: never a stack, a path or a provider's own body (G-9). */
export const problemOf = (error: HubError, traceId: string): Problem => ({
  type: `urn:switchboard:problem:${error.code}`,
  title: errorTable[error.code][1],
  status: error.status,
  code: error.code,
  detail: error.message,
  traceId,
  ...error.details,
});

const waits: ReadonlySet<ErrorCode> = new Set([
  'rate_limited',
  'provider_limited',
  'service_unavailable',
  'idempotency_in_progress',
]);

/** Headers that belong to a problem: when to try again, and how to sign in. */
export function problemHeaders(error: HubError): Record<string, string> {
  const headers: Record<string, string> = { 'content-type': 'application/problem+json; charset=utf-8' };
  const seconds = error.details.retryAfterSeconds ?? (waits.has(error.code) ? 1 : undefined);
  if (seconds !== undefined) headers['retry-after'] = String(seconds);
  if (error.code === 'unauthenticated') headers['www-authenticate'] = 'Bearer realm="switchboard"';
  return headers;
}
