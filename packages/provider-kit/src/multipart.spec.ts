import { expect, test } from '@jest/globals';
import type { Part } from './http.ts';
import { multipart } from './multipart.ts';

const bytes = Buffer.from('plan\r\n--x\r\n');
const file = (content: Uint8Array | ReadableStream<Uint8Array>, more = {}): Part => ({
  name: 'document',
  filename: 'plan.txt',
  mediaType: 'text/plain',
  sizeBytes: bytes.byteLength,
  content,
  ...more,
});
const streamOf = (content: Uint8Array) => new Blob([Buffer.from(content)]).stream();

async function sent(parts: readonly Part[]) {
  const { headers, body } = multipart(parts);
  const chunks: Uint8Array[] = [];
  if (body instanceof Uint8Array) chunks.push(body);
  else for await (const chunk of body as AsyncIterable<Uint8Array>) chunks.push(chunk);
  const whole = Buffer.concat(chunks);
  const form = await new Response(whole, { headers: { 'content-type': headers['content-type']! } }).formData();
  return { length: Number(headers['content-length']), whole, form };
}

test.each([
  ['held', () => bytes],
  ['streamed', () => streamOf(bytes)],
])('text, JSON and a %s file arrive whole under the length that was announced', async (_kind, content) => {
  const parts: Part[] = [
    { name: 'chat_id', value: '7' },
    { name: 'entity', value: '{"a":1}', mediaType: 'application/json' },
    file(content()),
  ];

  const { form, length, whole } = await sent(parts);

  expect(length).toBe(whole.byteLength);
  expect(form.get('chat_id')).toBe('7');
  expect(whole.toString()).toContain('name="entity"\r\nContent-Type: application/json\r\n\r\n{"a":1}');
  expect(form.get('document')).toMatchObject({ name: 'plan.txt', type: 'text/plain' });
  expect(Buffer.from(await (form.get('document') as File).arrayBuffer())).toEqual(bytes);
});

test('a file that is held can be sent again, so the body is bytes', () => {
  expect(multipart([file(bytes)]).body).toBeInstanceOf(Uint8Array);
});

test('E-4 a name cannot end its header or add another part', async () => {
  const filename = 'a"\r\nX-Evil: 1\r\n\r\n.txt';

  const { form, whole } = await sent([file(bytes, { filename, mediaType: 'text/plain\r\nX-Evil: 2' })]);

  expect([...form.keys()]).toEqual(['document']);
  expect(whole.toString()).not.toMatch(/^X-Evil/m);
  expect(whole.toString()).toContain('filename="a%22%0D%0AX-Evil: 1%0D%0A%0D%0A.txt"');
});

test('two bodies never share a boundary', () => {
  const boundary = () => multipart([{ name: 'a', value: 'b' }]).headers['content-type'];

  expect(boundary()).not.toBe(boundary());
});

test.each([-1, 1])('a streamed file that is %d byte off its announced length ends the upload', async (off) => {
  const parts = [file(streamOf(bytes), { sizeBytes: bytes.byteLength + off })];

  await expect(sent(parts)).rejects.toThrow('is not that long');
});
