import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect, test } from '@jest/globals';
import { openFile, stageFile } from '@switchboard/contracts';
import { startGateway } from '../testing/start-gateway.ts';
import { attachment, fileNameOf } from './file-name.ts';

const fileId = '01990000-0000-7000-8000-000000000001';
const view = {
  id: fileId,
  name: 'report.json',
  mediaType: 'application/json',
  sizeBytes: 7,
  sha256: 'a'.repeat(64),
  expiresAt: '2026-01-01T01:00:00Z',
};

test('a file is staged as it is, JSON too, under the name it came with', async () => {
  await using gateway = await startGateway();
  let got = '';
  gateway.streams.answer(stageFile, async ({ body }) => {
    got = await text(body as Readable);
    return { status: 201, headers: {}, body: Readable.from([JSON.stringify({ ...view, path: '/inner' })]) };
  });

  const response = await gateway
    .as('ada')
    .post('/api/v1/files')
    .set('Content-Type', 'application/json')
    .set('Content-Disposition', "attachment; filename*=UTF-8''r%C3%A9port.json")
    .send('{"a":1}');

  expect(response.status).toBe(201);
  expect(response.body).toEqual(view);
  expect(got).toBe('{"a":1}');
  expect(gateway.streams.opened[0]?.parameters).toEqual({ name: 'réport.json', mediaType: 'application/json' });
});

test('G-13 a download is an attachment named by RFC 6266 and cannot run here', async () => {
  await using gateway = await startGateway();
  const headers = {
    'content-type': 'text/html',
    'content-length': '4',
    'x-file-name': encodeURIComponent('räp"o\\rt.html'),
  };
  gateway.streams.answer(openFile, () => Promise.resolve({ status: 200, headers, body: Readable.from(['<hi>']) }));

  const response = await gateway.as('ada').get(`/api/v1/files/${fileId}`);

  expect(response.text).toBe('<hi>');
  expect(response.headers['content-disposition']).toBe(
    `attachment; filename="r_p_o_rt.html"; filename*=UTF-8''r%C3%A4p%22o%5Crt.html`,
  );
  expect(response.headers['content-security-policy']).toContain('sandbox');
  expect(response.headers['x-file-name']).toBeUndefined();
});

test.each([
  ['attachment; filename="../../etc/passwd"', 'passwd'],
  [String.raw`attachment; filename="..\\..\\boot.ini"`, 'boot.ini'],
  ["attachment; filename*=UTF-8''..%2f..%2fetc%2fpasswd", 'passwd'],
  ["attachment; filename=plain.txt; filename*=UTF-8''better.txt", 'better.txt'],
  ['attachment; filename="a\u202egpj.exe"', 'agpj.exe'],
  ['inline', 'file'],
  [undefined, 'file'],
  ['attachment; filename=""', 'file'],
])('G-13 the header %j names a file and never a path', (header, name) => {
  expect(fileNameOf(header)).toBe(name);
});

test('F-38 no name leaves its header', () => {
  expect(attachment('a\r\nSet-Cookie: b.txt')).toBe(
    `attachment; filename="a__Set-Cookie: b.txt"; filename*=UTF-8''a%0D%0ASet-Cookie%3A%20b.txt`,
  );
});
