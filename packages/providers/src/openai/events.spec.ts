import { expect, test } from '@jest/globals';
import { answerOf } from '@switchboard/provider-kit/testing';
import { eventsOf } from './events.ts';

const stream = (...pieces: string[]) => ({
  ...answerOf({ headers: { 'content-type': 'text/event-stream' } }),
  stream: () => ReadableStream.from(pieces.map((piece) => Buffer.from(piece, 'latin1'))) as ReadableStream<Uint8Array>,
});
const all = async (answer: Parameters<typeof eventsOf>[0]) => {
  const events: unknown[] = [];
  for await (const event of eventsOf(answer)) events.push(event);
  return events;
};

test('events are put together from lines of any ending, wherever the pieces are cut', async () => {
  const text =
    ': hello\n\nevent: x\r\ndata: {"a":\r\ndata: 1}\r\n\r\ndata:{"b":"\u00c3\u00bc"}\r\rdata: [DONE]\n\ndata: {"c":3}\n\n';
  const expected = [{ a: 1 }, { b: 'ü' }];

  expect(await all(stream(text))).toEqual(expected);
  for (let cut = 1; cut < text.length; cut++)
    expect(await all(stream(text.slice(0, cut), text.slice(cut)))).toEqual(expected);
});

test('the last event needs no empty line behind it', async () => {
  expect(await all(stream('data: {"a":1}'))).toEqual([{ a: 1 }]);
});

test('an answer that came whole is one value', async () => {
  expect(await all(answerOf({ json: { whole: true } }))).toEqual([{ whole: true }]);
});

test.each([
  ['data: {"error":{"message":"The server\\nis overloaded"}}\n\n', 'provider_rejected'],
  ['data: {"a":\n\n', 'provider_unavailable'],
  [`data: "${'x'.repeat(5 * 1_024 * 1_024)}"\n\n`, 'provider_unavailable'],
])('%.40s… is told as %s', async (text, code) => {
  await expect(all(stream(text))).rejects.toMatchObject({ code });
});
