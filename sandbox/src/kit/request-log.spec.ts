import { expect, test } from '@jest/globals';
import { RequestLog } from './request-log.ts';
import { requestTo } from './testing/kit.ts';

const hash = expect.stringMatching(/^sha256:[0-9a-f]{12}$/);
const logged = (method: string, address: string, sent: Parameters<typeof requestTo>[2] = {}) =>
  new RequestLog(() => 0).begin(requestTo(method, address, sent));
const json = (value: unknown) => ({ headers: { 'content-type': 'application/json' }, body: JSON.stringify(value) });

test('secrets are kept by the start of their hash, in whatever way a provider is told them', () => {
  const bodies = [
    logged('POST', 'https://a.test/token', json({ client_id: 'c', client_secret: 's', refresh_token: 'r' })),
    logged('POST', 'https://a.test/token', { body: new URLSearchParams({ client_id: 'c', client_secret: 's' }) }),
  ];
  const headers = { 'x-shopify-access-token': 'shpat_1', 'x-goog-api-key': 'k', accept: 'text/plain' };
  const query = logged('GET', 'https://a.test/1/boards?key=k&token=t&limit=2', { headers });

  expect(bodies[0]!.body).toEqual({ client_id: 'c', client_secret: hash, refresh_token: hash });
  expect(bodies[1]!.body).toEqual({ client_id: 'c', client_secret: hash });
  expect(query.query).toEqual({ key: hash, token: hash, limit: '2' });
  expect(query.headers).toEqual({ 'x-shopify-access-token': hash, 'x-goog-api-key': hash, accept: 'text/plain' });
});

test("a bot's token in the path is hidden, the rest of the path is not", () => {
  const { path } = logged('POST', 'https://api.telegram.org/bot700100200:AAFernhillSandboxBotToken/sendMessage');

  expect(path).toMatch(/^\/botsha256:[0-9a-f]{12}\/sendMessage$/);
});
