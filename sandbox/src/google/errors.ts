import { json, type SandboxAnswer } from '../kit/exchange.ts';

const statusNames: Record<number, string> = {
  400: 'INVALID_ARGUMENT',
  401: 'UNAUTHENTICATED',
  403: 'PERMISSION_DENIED',
  404: 'NOT_FOUND',
  409: 'ALREADY_EXISTS',
  410: 'GONE',
  412: 'FAILED_PRECONDITION',
  413: 'INVALID_ARGUMENT',
  429: 'RESOURCE_EXHAUSTED',
  500: 'INTERNAL',
};

export interface GoogleErrorExtra {
  readonly domain?: string;
  readonly location?: string;
  readonly locationType?: string;
  readonly headers?: Record<string, string>;
  readonly status?: string;
  readonly details?: readonly unknown[];
}

/** A refusal in the shape Google's APIs answer with. */
export class GoogleError extends Error {
  readonly code: number;
  readonly reason: string;
  readonly extra: GoogleErrorExtra;

  constructor(code: number, reason: string, message: string, extra: GoogleErrorExtra = {}) {
    super(message);
    this.code = code;
    this.reason = reason;
    this.extra = extra;
  }

  toAnswer(): SandboxAnswer {
    const { domain = 'global', location, locationType, headers, status, details } = this.extra;
    const item = {
      message: this.message,
      domain,
      reason: this.reason,
      ...(location && { location, locationType: locationType ?? 'parameter' }),
    };
    const error = {
      code: this.code,
      message: this.message,
      errors: [item],
      status: status ?? statusNames[this.code] ?? 'UNKNOWN',
      ...(details && { details }),
    };
    return json(this.code, { error }, headers);
  }
}

/** What Google says when a test asks for a refusal. */
export function errorBody(status: number, wanted: string | undefined): unknown {
  const reason = wanted ?? (status === 429 ? 'rateLimitExceeded' : status >= 500 ? 'backendError' : 'badRequest');
  const isLimit = reason.includes('imit');
  const message = isLimit ? 'Rate Limit Exceeded' : status >= 500 ? 'Backend Error' : 'Request refused.';
  const domain = isLimit || reason === 'accessNotConfigured' ? 'usageLimits' : 'global';
  return { error: { code: status, message, errors: [{ message, domain, reason }] } };
}

export const notFound = (message = 'Requested entity was not found.'): GoogleError =>
  new GoogleError(404, 'notFound', message);
export const invalid = (message: string, location?: string): GoogleError =>
  new GoogleError(400, 'invalidArgument', message, location ? { location } : {});
export const rateLimited = (seconds: number): GoogleError =>
  new GoogleError(429, 'rateLimitExceeded', 'Rate Limit Exceeded', {
    domain: 'usageLimits',
    headers: { 'retry-after': String(seconds) },
  });
