import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { piecesOf } from './pieces.ts';

test('pieces are all of one size but the last, and together they are what was streamed', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 8 }),
      fc.integer({ min: 1, max: 17 }),
      async (chunks, size) => {
        const pieces: Uint8Array[] = [];
        for await (const piece of piecesOf(new Blob(chunks.map((chunk) => Buffer.from(chunk))).stream(), size))
          pieces.push(piece);

        expect(Buffer.concat(pieces)).toEqual(Buffer.concat(chunks));
        expect(pieces.slice(0, -1).every(({ byteLength }) => byteLength === size)).toBe(true);
        expect((pieces.at(-1)?.byteLength ?? size) <= size).toBe(true);
        expect(pieces.every(({ byteLength }) => byteLength > 0)).toBe(true);
      },
    ),
  );
});
