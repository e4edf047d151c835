const attempts = 3;
const longestWaitMs = 8_000;
const shortestWaitMs = 300;
const longestRetryAfterSeconds = 3_600;

export const maxAttempts = attempts;

/** Statuses that a repeated idempotent request may overcome. */
export const retryableStatus = (status: number): boolean =>
  status === 429 || status === 500 || status === 502 || status === 503 || status === 504;

/**
 * Seconds from a Retry-After header, given as seconds or as a date (RFC 9110 §10.2.3), at most an hour.
 * Nothing where there is none or it is no number; 0 where it is past or negative.
 */
export function retryAfterSeconds(header: string | string[] | undefined, now: number): number | undefined {
  const value = (Array.isArray(header) ? header[0] : header)?.trim();
  if (value === undefined || value === '') return undefined;
  const seconds = /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : (Date.parse(value) - now) / 1_000;
  if (Number.isNaN(seconds)) return undefined;
  return Math.min(longestRetryAfterSeconds, Math.max(0, Math.ceil(seconds)));
}

/** Full jitter: anything from nothing to a doubling bound. */
export const backoffMs = (attempt: number, random: () => number): number =>
  random() * Math.min(longestWaitMs, shortestWaitMs * 2 ** attempt);

/** Lets retries be at most a tenth of a provider's calls, so that a struggling provider is not asked threefold. */
export class RetryBudget {
  readonly #left = new Map<string, number>();
  static readonly #most = 10;

  /** Counts a first attempt. */
  earn(provider: string): void {
    this.#left.set(provider, Math.min(RetryBudget.#most, (this.#left.get(provider) ?? RetryBudget.#most) + 0.1));
  }

  /** True where a retry may be made now; it is counted. */
  spend(provider: string): boolean {
    const left = this.#left.get(provider) ?? RetryBudget.#most;
    if (left < 1) return false;
    this.#left.set(provider, left - 1);
    return true;
  }
}
