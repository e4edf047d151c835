import { Transform } from 'node:stream';

const mask = '*'.charCodeAt(0);

/**
 * Masks secrets in bytes that flow by, each by as many asterisks, so that announced lengths stay true. Only what may be the
 * beginning of a secret waits for the next bytes: memory is one secret's length, and nothing else is delayed.
 * @param forms in which the secrets may come, see `secretForms`.
 */
export function masking(forms: readonly string[]): Transform {
  const patterns = forms.map((form) => Buffer.from(form));
  let held: Buffer = Buffer.alloc(0);
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      const clean = masked(held.length > 0 ? Buffer.concat([held, chunk]) : chunk, patterns);
      const whole = clean.length - begun(clean, patterns);
      held = clean.subarray(whole);
      done(null, whole > 0 ? clean.subarray(0, whole) : undefined);
    },
    flush(done) {
      done(null, held);
    },
  });
}

/** The same bytes where nothing is found; else a copy. */
function masked(bytes: Buffer, patterns: readonly Buffer[]): Buffer {
  let clean = bytes;
  for (const pattern of patterns)
    for (let at = clean.indexOf(pattern); at >= 0; at = clean.indexOf(pattern, at + pattern.length)) {
      if (clean === bytes) clean = Buffer.from(bytes);
      clean.fill(mask, at, at + pattern.length);
    }
  return clean;
}

/** How many bytes at the end may be the beginning of a secret. */
function begun(bytes: Buffer, patterns: readonly Buffer[]): number {
  let longest = 0;
  for (const pattern of patterns) {
    const first = pattern[0] ?? 0;
    const start = Math.max(0, bytes.length - pattern.length + 1);
    for (let at = bytes.indexOf(first, start); at >= 0; at = bytes.indexOf(first, at + 1)) {
      const length = bytes.length - at;
      if (length <= longest) break;
      if (bytes.compare(pattern, 0, length, at) === 0) longest = length;
    }
  }
  return longest;
}
