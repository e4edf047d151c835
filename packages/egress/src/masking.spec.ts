import { expect, test } from '@jest/globals';
import { once } from 'node:events';
import { Readable } from 'node:stream';
import { buffer, text } from 'node:stream/consumers';
import { secretForms } from './hide.ts';
import { masking } from './masking.ts';

const secret = 'canary-7d21/token+';
const forms = secretForms([secret]);
const pass = (chunks: readonly (string | Buffer)[]) =>
  Readable.from(chunks.map((one) => Buffer.from(one))).pipe(masking(forms));

test('V-11 a secret is masked wherever the chunks break, in every form, and the length stays', async () => {
  const said = `{"a":"${secret}","b":"${encodeURIComponent(secret)}","c":"${Buffer.from(secret).toString('base64')}"} canary-`;
  const clean = await text(pass([said]));

  expect(clean).toHaveLength(said.length);
  expect(clean).toMatch(/^\{"a":"\*{18}","b":"\*+","c":"\*+"\} canary-$/);
  for (let at = 1; at < said.length; at++) expect(await text(pass([said.slice(0, at), said.slice(at)]))).toBe(clean);
  expect(await text(pass([...said]))).toBe(clean);
});

test('bytes without a secret come as they are, at once, but for what may be its beginning', async () => {
  const stream = masking(forms);
  const bytes = Buffer.from([0, 255, 10, 13, 0x63, 0x61, 0x6e]);

  stream.write(bytes);
  await once(stream, 'readable');

  expect(stream.read()).toEqual(bytes.subarray(0, 4));
  stream.end('did');
  expect(await buffer(stream)).toEqual(Buffer.from('candid'));
});
