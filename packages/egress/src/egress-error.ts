/**
 * Why there is no answer: `refused` by our own rules, `limited` by the provider's Retry-After or by our bulkhead,
 * `unavailable` for no connection, a reset or an open breaker, `bad_answer` for an answer that is not what was declared.
 */
export type EgressErrorKind =
  'refused' | 'timeout' | 'unavailable' | 'limited' | 'too_large' | 'bad_answer' | 'certificate' | 'aborted';

interface EgressErrorOptions extends ErrorOptions {
  readonly mayHaveArrived?: boolean;
  readonly retryAfterSeconds?: number;
}

/** An outside call without a usable answer. The message names the host at most, never a path, header or body. */
export class EgressError extends Error {
  override readonly name = 'EgressError';
  readonly kind: EgressErrorKind;
  /** True where the provider may have acted: a write is then not known to have failed. */
  readonly mayHaveArrived: boolean;
  readonly retryAfterSeconds: number | undefined;

  constructor(kind: EgressErrorKind, message: string, options: EgressErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.kind = kind;
    this.mayHaveArrived = options.mayHaveArrived ?? false;
    this.retryAfterSeconds = options.retryAfterSeconds;
  }
}

const neverConnected = new Set([
  'UND_ERR_CONNECT_TIMEOUT',
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EAI_NODATA',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EADDRNOTAVAIL',
]);
const certificate =
  /^(CERT_|ERR_TLS_CERT|ERR_SSL|EPROTO|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_(GET|VERIFY)|HOSTNAME_MISMATCH)/;

/** What a socket or parser error means. An EgressError stays as it is. */
export function asEgressError(error: unknown, host: string): EgressError {
  if (error instanceof EgressError) return error;
  const code = codeOf(error);
  const cause = { cause: code === '' ? undefined : code };
  if (code === 'SWB_PRIVATE_ADDRESS') return new EgressError('refused', `${host} has a private address.`);
  if (certificate.test(code)) return new EgressError('certificate', `${host} has no valid certificate.`, cause);
  if (code === 'UND_ERR_CONNECT_TIMEOUT')
    return new EgressError('timeout', `${host} cannot be reached in time.`, cause);
  if (neverConnected.has(code)) return new EgressError('unavailable', `${host} cannot be reached.`, cause);
  const sent = { ...cause, mayHaveArrived: true };
  if (code === 'UND_ERR_HEADERS_TIMEOUT' || code === 'UND_ERR_BODY_TIMEOUT') {
    return new EgressError('timeout', `${host} does not answer in time.`, sent);
  }
  if (code === 'UND_ERR_HEADERS_OVERFLOW') return new EgressError('too_large', `${host} answers too much.`, sent);
  if (code === 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH' || nameOf(error) === 'HTTPParserError') {
    return new EgressError('bad_answer', `${host} does not speak HTTP properly.`, sent);
  }
  if (code === 'UND_ERR_ABORTED' || nameOf(error) === 'AbortError') {
    return new EgressError('aborted', 'The call was given up.', sent);
  }
  return new EgressError('unavailable', `The connection to ${host} broke.`, sent);
}

function codeOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return codeOf(error.errors[0]);
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : '';
}

const nameOf = (error: unknown): unknown => (error as { name?: unknown } | null)?.name;
