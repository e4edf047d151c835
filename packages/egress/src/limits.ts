/** Limits of outside calls (E-5). Times in milliseconds, sizes in bytes. */
export interface Limits {
  /** Name look-up, TCP and TLS. */
  readonly connectMs: number;
  /** From the start of an attempt to the answer's headers. */
  readonly firstByteMs: number;
  /** All attempts of one call together, their waits included. */
  readonly totalMs: number;
  /** An answer slower than this over one `rateWindowMs` is cut. */
  readonly minBytesPerSecond: number;
  readonly rateWindowMs: number;
  readonly headerBytes: number;
  /** Of an answer held in memory, after inflating. */
  readonly bodyBytes: number;
  /** Inflated over compressed size, looked at from 64 KiB on. */
  readonly inflateRatio: number;
  /** A stream may stand still this long. */
  readonly idleMs: number;
}

export const defaultLimits: Limits = Object.freeze({
  connectMs: 3_000,
  firstByteMs: 10_000,
  totalMs: 30_000,
  minBytesPerSecond: 1_024,
  rateWindowMs: 5_000,
  headerBytes: 32_768,
  bodyBytes: 10 * 1_024 * 1_024,
  inflateRatio: 100,
  idleMs: 30_000,
});

/** The limits that one call may set for itself; the others belong to the connection. */
export type CallLimits = Partial<Omit<Limits, 'connectMs' | 'headerBytes'>>;
