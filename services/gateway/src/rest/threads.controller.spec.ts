import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect, test } from '@jest/globals';
import { answerMessage, HubError } from '@switchboard/contracts';
import { startGateway } from '../testing/start-gateway.ts';

const threadId = '01990000-0000-7000-8000-000000000001';
const path = `/api/v1/threads/${threadId}/messages`;
const message = (role: 'person' | 'assistant') => ({
  id: threadId,
  role,
  parts: [{ kind: 'text', text: 'Hello: data and\nlines' }],
  createdAt: '2026-01-01T00:00:00Z',
});
const frame = (event: string, data: unknown) => `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;

test('a message is answered as events where they are asked for', async () => {
  await using gateway = await startGateway();
  const frames = [frame('message', message('person')), frame('done', message('assistant'))];
  let sent = '';
  gateway.streams.answer(answerMessage, async ({ body }) => {
    sent = await text(body as Readable);
    return { status: 200, headers: { 'content-type': 'text/event-stream' }, body: Readable.from(frames) };
  });

  const response = await gateway
    .as('ada')
    .post(path)
    .set('Accept', 'text/event-stream')
    .send({ text: 'hi', timeZone: 'UTC' });

  expect(response.type).toBe('text/event-stream');
  expect(response.text).toBe(frames.join(''));
  expect(JSON.parse(sent)).toEqual({ text: 'hi', timeZone: 'UTC' });
});

test('a message is answered as the finished message where JSON is asked for', async () => {
  await using gateway = await startGateway();
  const all = Buffer.from(frame('message', message('person')) + frame('done', message('assistant')));
  gateway.streams.answer(answerMessage, () =>
    Promise.resolve({ status: 200, headers: {}, body: Readable.from([all.subarray(0, 41), all.subarray(41)]) }),
  );

  const response = await gateway.as('ada').post(path).send({ text: 'hi' });

  expect(response.status).toBe(201);
  expect(response.body).toEqual(message('assistant'));
});

test('an error of the stream is a problem, and so is a stream that breaks off', async () => {
  await using gateway = await startGateway();
  const error = frame('error', { code: 'provider_limited', message: 'Slow down.' });
  gateway.streams.answer(answerMessage, () =>
    Promise.resolve({ status: 200, headers: {}, body: Readable.from([error]) }),
  );
  const ada = gateway.as('ada');

  expect(await ada.post(path).send({ text: 'hi' })).toMatchObject({ status: 429, body: { detail: 'Slow down.' } });

  gateway.streams.answer(answerMessage, () => Promise.resolve({ status: 200, headers: {}, body: Readable.from([]) }));
  expect(await ada.post(path).send({ text: 'hi' })).toMatchObject({ status: 503 });

  gateway.streams.answer(answerMessage, () => Promise.reject(new HubError('not_found')));
  expect(await ada.post(path).set('Accept', 'text/event-stream').send({ text: 'hi' })).toMatchObject({ status: 404 });
});
