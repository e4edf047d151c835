import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import {
  callerChanged,
  createSession,
  endSession,
  getMe,
  listThreads,
  type Me,
  resolveCaller,
  rolePermissions,
} from '@switchboard/contracts';
import { hubId, idOf, startGateway, type TestGateway } from '../testing/start-gateway.ts';

const me: Me = {
  hubId,
  memberId: idOf('ada'),
  name: 'Ada',
  email: 'ada@example.com',
  role: 'member',
  permissions: [...rolePermissions.member],
  timeZone: 'UTC',
  hasPassword: true,
  signInAccounts: [],
  authenticatedAt: '2026-01-01T00:00:00Z',
} as unknown as Me;

const body = { email: 'ada@example.com', password: 'a long sentence' };

function prepare(gateway: TestGateway): void {
  gateway.as('ada');
  const expiresAt = new Date(new Date().getTime() + 3_600_000).toISOString();
  gateway.bus.answer(createSession, { token: 'ada', sessionId: idOf('ada'), expiresAt });
  gateway.bus.answer(getMe, me);
  gateway.bus.answer(endSession, { ended: 1 });
  gateway.bus.answer(listThreads, { items: [] });
}

test('G-1 on http loopback the session cookie is HttpOnly and Lax and carries the hub id in its name', async () => {
  await using gateway = await startGateway();
  prepare(gateway);

  const response = await gateway.nobody().post('/api/v1/sessions').send(body);

  expect(response.status).toBe(201);
  expect(response.body).toMatchObject({ email: 'ada@example.com' });
  expect(JSON.stringify(response.body)).not.toContain('token');
  const [cookie = ''] = response.headers['set-cookie'] as unknown as string[];
  expect(cookie).toMatch(new RegExp(`^swb-session-${hubId}=ada; Path=/; HttpOnly; SameSite=Lax; Expires=`));
  expect(cookie).not.toContain('Secure');
});

test('G-1 under https the session cookie has the __Host- prefix and is Secure', async () => {
  await using gateway = await startGateway({ settings: { SWB_PUBLIC_URL: 'https://hub.example' } });
  prepare(gateway);

  const response = await gateway.nobody().set('Host', 'hub.example').post('/api/v1/sessions').send(body);

  const [cookie = ''] = response.headers['set-cookie'] as unknown as string[];
  expect(cookie).toMatch(/^__Host-swb-session=ada; Path=\/; HttpOnly; SameSite=Lax; Secure; Expires=/);
  expect(cookie).not.toContain('Domain');
});

test('G-1 a session that ended elsewhere is dead here within a second, though it was known a moment ago', async () => {
  await using gateway = await startGateway();
  prepare(gateway);
  const ada = gateway.as('ada');
  await ada.get('/api/v1/threads').expect(200);
  gateway.forget('ada');
  await ada.get('/api/v1/threads').expect(200);

  gateway.tell(callerChanged, { sessionId: idOf('ada') });
  await sleep(50);

  await ada.get('/api/v1/threads').expect(401);
});

test('G-1 an answer that was under way when the session ended is not kept', async () => {
  await using gateway = await startGateway();
  prepare(gateway);
  const asked = Promise.withResolvers<void>();
  const late = Promise.withResolvers<void>();
  const claims = gateway.claims('ada');
  gateway.bus.answer(resolveCaller, async () => {
    asked.resolve();
    await late.promise;
    return { statement: 'of-ada', claims: claims! };
  });
  const first = gateway
    .as('ada')
    .get('/api/v1/threads')
    .then(({ status }) => status);
  await asked.promise;

  gateway.tell(callerChanged, { sessionId: idOf('ada') });
  await sleep(20);
  late.resolve();
  await first;

  gateway.bus.fail(resolveCaller, 'unauthenticated');
  await gateway.as('ada').get('/api/v1/threads').expect(401);
});

test('G-5 signing out clears what the browser keeps of the hub, and the session is gone at once', async () => {
  await using gateway = await startGateway();
  prepare(gateway);
  const ada = gateway.as('ada');

  const response = await ada.delete('/api/v1/sessions/current');
  gateway.forget('ada');

  expect(response.status).toBe(200);
  expect(response.headers['clear-site-data']).toBe('"cache", "cookies", "storage"');
  expect(String(response.headers['set-cookie'])).toContain('Max-Age=0');
  await ada.get('/api/v1/threads').expect(401);
});

test('a bad key is an error even on a public address, a stale cookie is not', async () => {
  await using gateway = await startGateway();
  prepare(gateway);

  const key = await gateway.nobody().get('/api/v1/setup').set('Authorization', 'Bearer swb_typo');
  const cookie = await gateway.nobody().get('/api/v1/setup').set('Cookie', gateway.cookieOf('gone'));

  expect(key.status).toBe(401);
  expect(key.headers['www-authenticate']).toContain('Bearer');
  expect(cookie.status).toBe(200);
});

test('V-13 only the hash of a token is kept in memory, and one question serves many requests', async () => {
  await using gateway = await startGateway();
  prepare(gateway);
  const ada = gateway.as('ada');

  await Promise.all(Array.from({ length: 20 }, () => ada.get('/api/v1/threads').expect(200)));

  expect(gateway.bus.requestsOf(resolveCaller)).toHaveLength(1);
});
