import { expect, test } from '@jest/globals';
import { startServer } from './testing.ts';

const dead = expect.objectContaining({ status: 400, body: expect.objectContaining({ error: 'invalid_grant' }) });

test('without rotation the refresh token stays and no other comes', async () => {
  const server = startServer();
  const { refresh_token: token } = await server.grant();

  const answers = [await server.refresh(token), await server.refresh(token)];

  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  expect(answers[0]!.body).not.toHaveProperty('refresh_token');
  expect(answers[0]!.body.access_token).not.toBe(answers[1]!.body.access_token);
});

test('a single-use refresh token is spent by its first use; the next one works', async () => {
  const server = startServer({ rotation: 'single-use' });
  const first = (await server.grant()).refresh_token;

  const second = (await server.refresh(first)).body.refresh_token;

  expect(await server.refresh(first)).toEqual(dead);
  expect((await server.refresh(second)).status).toBe(200);
});

test('where the provider takes reuse for theft, it ends the whole grant', async () => {
  const server = startServer({ rotation: 'single-use', reuseEndsGrant: true });
  const first = (await server.grant()).refresh_token;
  const renewed = (await server.refresh(first)).body;

  expect(await server.refresh(first)).toEqual(dead);

  expect(await server.refresh(renewed.refresh_token)).toEqual(dead);
  expect(server.server.bearer(renewed.access_token)).toBeUndefined();
});

test('with grace a spent token may be retried until a successor of it was used', async () => {
  const server = startServer({ rotation: 'grace' });
  const first = (await server.grant()).refresh_token;
  const lost = (await server.refresh(first)).body.refresh_token;

  const retried = (await server.refresh(first)).body.refresh_token;
  const used = await server.refresh(retried);

  expect(used.status).toBe(200);
  expect(await server.refresh(first)).toEqual(dead);
  expect(await server.refresh(lost)).toEqual(dead);
  expect((await server.refresh(used.body.refresh_token)).status).toBe(200);
});

test('grace ends by itself', async () => {
  const server = startServer({ rotation: 'grace', graceSeconds: 60 });
  const first = (await server.grant()).refresh_token;
  await server.refresh(first);

  server.kit.now += 60_000;

  expect(await server.refresh(first)).toEqual(dead);
});

test('a token beside the new one goes on working where the provider lets it', async () => {
  const server = startServer({ rotation: 'beside' });
  const first = (await server.grant()).refresh_token;

  const second = (await server.refresh(first)).body.refresh_token;

  expect(second).not.toBe(first);
  expect((await server.refresh(first)).status).toBe(200);
  expect((await server.refresh(second)).status).toBe(200);
});

test('a refresh token lives only so long', async () => {
  const server = startServer({ rotation: 'single-use', refreshSeconds: 100 });
  const first = (await server.grant()).refresh_token;
  server.kit.now += 99_000;
  const second = (await server.refresh(first)).body.refresh_token;

  server.kit.now += 100_000;

  expect(await server.refresh(second)).toEqual(dead);
});

test('an idle grant ends, and each refresh begins its time anew', async () => {
  const server = startServer({ idleSeconds: 100 });
  const { refresh_token: token } = await server.grant();

  for (let round = 0; round < 3; round += 1) {
    server.kit.now += 99_000;
    expect((await server.refresh(token)).status).toBe(200);
  }
  server.kit.now += 100_000;

  expect(await server.refresh(token)).toEqual(dead);
  expect(server.server.apps('a1')).toEqual([]);
});

test('too many refreshes in a while are held back, then it works again', async () => {
  const server = startServer({ refreshLimit: { times: 2, minutes: 10 } });
  const { refresh_token: token } = await server.grant();
  await server.refresh(token);
  await server.refresh(token);

  const third = await server.refresh(token);
  server.kit.now += 10 * 60_000;

  expect(third).toMatchObject({ status: 429, headers: { 'retry-after': '600' } });
  expect((await server.refresh(token)).status).toBe(200);
});

test('only so many refresh tokens are kept, and the oldest goes without a word', async () => {
  const server = startServer({ refreshTokensKept: 2 });
  const tokens = [await server.grant(), await server.grant(), await server.grant()];
  const jonas = await server.grant({}, 'j1');

  const answers = await Promise.all([...tokens, jonas].map((one) => server.refresh(one.refresh_token)));

  expect(answers.map(({ status }) => status)).toEqual([400, 200, 200, 200]);
});

test('a refresh may ask for less and never for more', async () => {
  const server = startServer();
  const { refresh_token: token } = await server.grant({ scope: 'read write' });

  const less = await server.refresh(token, { scope: 'read' });
  const more = await server.refresh(token, { scope: 'read me' });

  expect(less.body.scope).toBe('read');
  expect(server.server.bearer(less.body.access_token)).toMatchObject({ scopes: new Set(['read']) });
  expect(more).toMatchObject({ status: 400, body: { error: 'invalid_scope' } });
});

test('a refresh token of another client, or at another home of the account, is not known', async () => {
  const server = startServer();
  const away = startServer({ homeOf: () => 'https://login.example.eu' });
  const { refresh_token: token } = await server.grant();

  expect(await server.refresh(token, { client_id: 'other' })).toEqual(dead);
  expect(await away.exchange(away.allow().searchParams.get('code')!)).toEqual(dead);
});

test('refresh tokens come only where the provider gives them', async () => {
  const asked = startServer({ offline: { parameter: 'access', value: 'offline' } });
  const scoped = startServer({ offline: { scope: 'me' } });
  const told = startServer({ offline: { tokenParameter: 'expiring', value: '1' } });
  const code = told.allow().searchParams.get('code')!;

  expect(await asked.grant()).not.toHaveProperty('refresh_token');
  expect(await asked.grant({ access: 'offline' })).toHaveProperty('refresh_token');
  expect(await scoped.grant()).not.toHaveProperty('refresh_token');
  expect(await scoped.grant({ scope: 'read me' })).toHaveProperty('refresh_token');
  expect((await told.exchange(code, { expiring: '1' })).body).toHaveProperty('refresh_token');
});
