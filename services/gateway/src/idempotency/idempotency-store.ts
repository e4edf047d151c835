import type { CallerClaims } from '@switchboard/contracts';

/** One request that carried an Idempotency-Key. */
export interface Keyed {
  readonly claims: CallerClaims;
  readonly key: string;
  /** HMAC-SHA-256 of method, address and body, under what the caller showed. */
  readonly fingerprint: string;
}

export interface KeptAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
}

/** `stale`: it began, and whoever ran it is gone without an answer. `secret`: it ended, and its answer is not kept (V-12). */
export type Begun = 'begun' | 'running' | 'mismatch' | 'stale' | 'secret' | KeptAnswer;

/** Remembers keyed requests per caller for 24 hours (G-10). */
export abstract class IdempotencyStore {
  abstract begin(keyed: Keyed): Promise<Begun>;
  /** Keeps the answer; `undefined` where it showed a secret. */
  abstract finish(keyed: Keyed, answer: KeptAnswer | undefined): Promise<void>;
  /** Forgets a request that was never run, so that it can be sent again. */
  abstract release(keyed: Keyed): Promise<void>;
  /** Deletes what is older than 24 hours, a batch at a time. */
  abstract expire(): Promise<void>;
}
