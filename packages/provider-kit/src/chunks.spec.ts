import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { chunksOf } from './chunks.ts';

const streamOf = (pieces: readonly Uint8Array[]): ReadableStream<Uint8Array> =>
  ReadableStream.from(pieces) as ReadableStream<Uint8Array>;

test.each([
  [[], []],
  [['abc'], ['abc']],
  [['abcd'], ['abcd']],
  [
    ['ab', 'cdefgh', 'ij'],
    ['abcd', 'efgh', 'ij'],
  ],
  [['abcdefghij'], ['abcd', 'efgh', 'ij']],
])('%j is cut into %j', async (parts, pieces) => {
  const stream = streamOf(parts.map((part) => Buffer.from(part)));
  const cut: string[] = [];

  for await (const piece of chunksOf(stream, 4)) cut.push(Buffer.from(piece).toString());

  expect(cut).toEqual(pieces);
});

test('however a stream is cut, its chunks have one size, the last may be smaller, and nothing is lost', async () => {
  const pieces = fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 12 });

  await fc.assert(
    fc.asyncProperty(pieces, fc.integer({ min: 1, max: 32 }), async (cut, size) => {
      const chunks: Buffer[] = [];
      for await (const chunk of chunksOf(streamOf(cut), size)) chunks.push(Buffer.from(chunk));

      expect(Buffer.concat(chunks)).toEqual(Buffer.concat(cut));
      expect(chunks.slice(0, -1).every((chunk) => chunk.length === size)).toBe(true);
      expect(chunks.every((chunk) => chunk.length > 0 && chunk.length <= size)).toBe(true);
    }),
  );
});
