import { createHash, randomBytes } from 'node:crypto';

/** Numbers in [0, 1) that repeat for the same seed, so a seeded world is the same on every machine. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0 || 1;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** One entry of a list, by the next number of `random`. */
export const pick = <T>(random: () => number, list: readonly T[]): T => list[Math.floor(random() * list.length)]!;

/** A URL-safe name nobody can guess. */
export const secretName = (bytes = 24): string => randomBytes(bytes).toString('base64url');

/** A stable hexadecimal name for something. */
export const nameFor = (text: string, length = 16): string =>
  createHash('sha256').update(text).digest('hex').slice(0, length);
