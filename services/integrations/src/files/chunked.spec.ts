import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { chunked } from './chunked.ts';

const collect = async (pieces: Uint8Array[]) => {
  const chunks: Buffer[] = [];
  for await (const chunk of chunked(
    (async function* () {
      yield* pieces;
    })(),
  ))
    chunks.push(Buffer.from(chunk));
  return chunks;
};

test('pieces of any size come out as whole chunks of 1 MiB and a rest, byte for byte', async () => {
  const sizes = fc.array(fc.integer({ min: 0, max: 3 * 1024 * 1024 }), { maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(sizes, async (lengths) => {
      const pieces = lengths.map((length, at) => Buffer.alloc(length, at + 1));

      const chunks = await collect(pieces);

      expect(Buffer.concat(chunks).equals(Buffer.concat(pieces))).toBe(true);
      expect(chunks.slice(0, -1).every(({ length }) => length === 1024 * 1024)).toBe(true);
    }),
    { numRuns: 20 },
  );
});
