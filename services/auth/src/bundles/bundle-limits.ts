import type { Limit } from '../core/limits.ts';

/** Each costs 64 MiB of memory for a moment, and tries a passphrase. */
export const bundleLimits = (memberId: string): readonly Limit[] => [
  { key: `bundle:${memberId}`, most: 10, windowSeconds: 900 },
];
