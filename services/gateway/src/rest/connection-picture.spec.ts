import { expect, test } from '@jest/globals';
import { getConnectionPicture } from '@switchboard/contracts';
import { startGateway } from '../testing/start-gateway.ts';

const path = '/api/v1/connections/01990000-0000-7000-8000-000000000001/picture';
const png = Buffer.from('89504e470d0a1a0a00', 'hex');

test('G-4 the picture of an account is served as what it is, for its person to keep, and never as a page', async () => {
  await using gateway = await startGateway();
  gateway.bus.answer(getConnectionPicture, { mediaType: 'image/png', content: png.toString('base64') });

  const { status, headers, body } = await gateway.as('ada').get(`${path}?v=1`);

  expect(status).toBe(200);
  expect(body).toEqual(png);
  expect(headers).toMatchObject({
    'content-type': 'image/png',
    'content-length': String(png.length),
    'cache-control': 'private, max-age=86400',
    'x-content-type-options': 'nosniff',
    'content-security-policy': expect.stringContaining('sandbox'),
  });
});

test('an account without a picture answers 404, which nobody keeps', async () => {
  await using gateway = await startGateway();
  gateway.bus.fail(getConnectionPicture, 'not_found');

  const { status, type, headers } = await gateway.as('ada').get(path);

  expect([status, type, headers['cache-control']]).toEqual([404, 'application/problem+json', 'no-store']);
});
