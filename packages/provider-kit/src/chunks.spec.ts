import { expect, test } from '@jest/globals';
import { chunksOf } from './chunks.ts';

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
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const part of parts) controller.enqueue(Buffer.from(part));
      controller.close();
    },
  });
  const cut: string[] = [];

  for await (const piece of chunksOf(stream, 4)) cut.push(Buffer.from(piece).toString());

  expect(cut).toEqual(pieces);
});
