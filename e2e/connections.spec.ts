import { afterAll, expect, test } from '@jest/globals';
import { Client } from './support/client.ts';
import { readEvents } from './support/events.ts';
import { owner, startTestHub, usualShape } from './support/hub.ts';
import { Sandbox } from './support/sandbox.ts';

const calendar = ['calendar.read', 'calendar.write', 'contacts'];
const jonas = 'jonas.weld.demo@gmail.com';

const hub = await startTestHub(usualShape);
const sandbox = new Sandbox(hub.sandboxUrl);
const ada = await Client.signedIn(hub);
afterAll(async () => hub[Symbol.asyncDispose]());

const idOf = async (features: readonly string[], account?: string): Promise<string> =>
  (await ada.connect(features, account ? { account } : {})).body.connectionId;
const detail = async (id: string) => (await ada.get(`/api/v1/connections/${id}`)).body;
const kinds = async (id: string): Promise<string[]> =>
  (await detail(id)).timeline.map(({ kind }: { kind: string }) => kind);

const first = await idOf(['calendar.read', 'contacts']);
const second = await idOf(calendar, jonas);

test('two accounts of one provider stand side by side, each named and told apart', async () => {
  const { body } = await ada.get('/api/v1/connections');

  expect(body.items.map(({ account }: { account: { email: string } }) => account.email).sort()).toEqual([
    'ada.marsh.demo@gmail.com',
    jonas,
  ]);
  expect(first).not.toBe(second);
  const status = await ada.get('/api/v1/status');
  expect(status.body.items[0]).toMatchObject({ provider: 'google', environment: 'sandbox', connected: true });
  expect(status.body.items[0].accounts).toHaveLength(2);
});

test('connecting the same account again takes the place of itself', async () => {
  expect(await idOf(calendar, jonas)).toBe(second);

  expect((await ada.get('/api/v1/connections')).body.items).toHaveLength(2);
});

test('a connection takes a name, and being the default moves', async () => {
  const renamed = await ada.patch(`/api/v1/connections/${second}`, { label: 'Work', defaultFor: ['calendar.read'] });

  expect(renamed.body).toMatchObject({ label: 'Work', defaultFor: ['calendar.read'] });
  expect((await detail(first)).defaultFor).not.toContain('calendar.read');
  const read = await ada.post('/api/v1/actions/google.list_calendars', {});
  expect(JSON.stringify(read.body)).toContain(jonas);
  await ada.patch(`/api/v1/connections/${first}`, { defaultFor: ['calendar.read', 'contacts'] });
});

test('a live test tells who answered, and a refresh leaves its mark in the timeline', async () => {
  expect((await ada.post(`/api/v1/connections/${first}/test`)).body).toMatchObject({
    ok: true,
    account: { email: 'ada.marsh.demo@gmail.com' },
  });

  expect((await ada.post(`/api/v1/connections/${first}/refresh`)).body).toMatchObject({ status: 'active' });
  expect(await kinds(first)).toContain('refreshed');
});

test('a token that went stale is renewed unseen', async () => {
  await sandbox.expireTokens();

  const answer = await ada.post(`/api/v1/connections/${second}/actions/google.list_calendars`, {});

  expect(answer.status).toBe(200);
});

test('more features are asked for in place, and everything granted before stays', async () => {
  const begun = await ada.post(`/api/v1/connections/${first}/features`, { features: ['calendar.write'] });

  expect((await ada.finish(begun)).body).toMatchObject({ status: 'succeeded', connectionId: first });
  expect((await detail(first)).features).toEqual(
    expect.arrayContaining(['calendar.read', 'calendar.write', 'contacts']),
  );
  expect(await kinds(first)).toContain('features_added');
});

test('A-6 a key sees and does only what its scopes and its one connection allow', async () => {
  const made = await ada.post('/api/v1/api-keys', {
    name: 'reader',
    scopes: ['connections:read', 'actions:read'],
    connectionId: second,
    expiresInDays: 7,
  });
  expect(made).toMatchObject({ status: 201, body: { key: expect.stringMatching(/^swb_/) } });
  const bo = new Client(hub.url, made.body.key);

  const seen = await bo.get('/api/v1/connections');
  expect(seen.body.items.map(({ id }: { id: string }) => id)).toEqual([second]);
  expect((await bo.post(`/api/v1/connections/${second}/actions/google.list_calendars`, {})).status).toBe(200);
  expect((await bo.post(`/api/v1/connections/${first}/actions/google.list_calendars`, {})).status).toBe(404);
  const write = { title: 'By key', start: { date: '2031-01-01' }, end: { date: '2031-01-02' } };
  expect((await bo.post(`/api/v1/connections/${second}/actions/google.create_event`, write)).body.code).toBe(
    'not_permitted',
  );
  expect((await bo.get('/api/v1/api-keys')).status).toBe(403);

  await ada.delete(`/api/v1/api-keys/${made.body.id}`);
  const end = Date.now() + 5_000;
  let { status } = await bo.get('/api/v1/connections');
  while (status !== 401 && Date.now() < end) ({ status } = await bo.get('/api/v1/connections'));
  expect(status).toBe(401);
});

test('an answer that shows a key is never repeated, any other is', async () => {
  const headers = { 'idempotency-key': 'one-thread-only' };
  const one = await ada.post('/api/v1/threads', { title: 'Once' }, headers);
  const again = await ada.post('/api/v1/threads', { title: 'Once' }, headers);
  const other = await ada.post('/api/v1/threads', { title: 'Twice' }, headers);
  expect([one.status, again.status]).toEqual([201, 201]);
  expect(again.body.id).toBe(one.body.id);
  expect(other).toMatchObject({ status: 422, body: { code: 'idempotency_mismatch' } });

  const secret = { 'idempotency-key': 'one-key-only' };
  const body = { name: 'twice', scopes: ['connections:read'] };
  const made = await ada.post('/api/v1/api-keys', body, secret);
  const repeat = await ada.post('/api/v1/api-keys', body, secret);
  expect(made.body.key).toMatch(/^swb_/);
  expect(JSON.stringify(repeat.body)).not.toContain(made.body.key);
  expect(
    (await ada.get('/api/v1/api-keys')).body.items.filter(({ name }: { name: string }) => name === 'twice'),
  ).toHaveLength(1);
});

test('lists come in pages that neither skip nor repeat, and say how much may still be asked', async () => {
  for (let made = 0; made < 5; made++) await ada.post('/api/v1/threads', { title: `Page ${made}` });
  const titles: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await ada.get(`/api/v1/threads?limit=2${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`);
    expect(page.headers.get('ratelimit-policy')).toMatch(/q=\d+;w=60/);
    expect(page.headers.get('ratelimit')).toMatch(/r=\d+;t=\d+/);
    titles.push(...page.body.items.map(({ id }: { id: string }) => id));
    cursor = page.body.nextCursor;
  } while (cursor);

  const all = (await ada.get('/api/v1/threads?limit=100')).body.items.map(({ id }: { id: string }) => id);
  expect(titles).toEqual(all);
  expect((await ada.get('/api/v1/threads?limit=101')).status).toBe(400);
});

test('what happens is heard while it happens, by its own person only', async () => {
  await using events = await readEvents(hub, owner);

  await ada.post(`/api/v1/connections/${first}/actions/google.create_event`, {
    title: 'Heard',
    start: { date: '2031-01-01' },
    end: { date: '2031-01-02' },
  });

  expect(await events.until('run.ended')).toMatchObject({ action: 'google.create_event', status: 'succeeded' });
});

test('F-04 access taken back at the provider asks for reconnecting, once, and the same connection comes back', async () => {
  await using events = await readEvents(hub, owner);
  await sandbox.revokeGrants();
  await sandbox.expireTokens();

  const refused = await Promise.all(
    Array.from({ length: 5 }, () => ada.post(`/api/v1/connections/${first}/actions/google.list_calendars`, {})),
  );
  expect(new Set(refused.map(({ body }) => body.code))).toEqual(new Set(['reconnect_required']));
  expect(await events.until('connection.changed')).toMatchObject({ connectionId: first });
  expect(await detail(first)).toMatchObject({ status: 'reconnect_required' });
  expect((await kinds(first)).filter((kind) => kind === 'reconnect_required')).toHaveLength(1);

  const begun = await ada.post(`/api/v1/connections/${first}/reconnect`, {});
  expect((await ada.finish(begun)).body).toMatchObject({ status: 'succeeded', connectionId: first });
  expect(await detail(first)).toMatchObject({ id: first, status: 'active' });
  expect((await ada.post(`/api/v1/connections/${first}/actions/google.list_calendars`, {})).status).toBe(200);
});

test('O-14 a receipt says what became of the access: kept for another person’s connection, then ended with the last', async () => {
  const invited = await ada.post('/api/v1/invitations', { email: 'cy@example.com', role: 'member' });
  const cy = { email: 'cy@example.com', password: 'a short walk in the hills' };
  const token = new URLSearchParams(new URL(invited.body.url).hash.slice(1)).values().next().value as string;
  const joined = await new Client(hub.url).post('/api/v1/invitations/accept', {
    token,
    name: 'Cy',
    password: cy.password,
  });
  expect(joined.status).toBeLessThan(300);
  const guest = await Client.signedIn(hub, cy);
  const theirs = await guest.connect(['calendar.read']);

  const kept = await ada.delete(`/api/v1/connections/${first}`);
  const ended = await guest.delete(`/api/v1/connections/${theirs.body.connectionId}`);

  const revoke = ({ body }: typeof kept) => body.steps.find(({ step }: { step: string }) => step === 'revoke').result;
  expect(revoke(kept)).toBe('kept_for_others');
  expect(revoke(ended)).toBe('done');
});
