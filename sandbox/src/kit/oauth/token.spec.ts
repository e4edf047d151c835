import { expect, test } from '@jest/globals';
import { startServer } from './testing.ts';

const refused = (error: string, status = 400) =>
  expect.objectContaining({ status, body: expect.objectContaining({ error }) });
const codeOf = (server: ReturnType<typeof startServer>): string => server.allow().searchParams.get('code')!;

test('a code becomes tokens once; used again it ends what it gave', async () => {
  const server = startServer();
  const code = codeOf(server);

  const first = await server.exchange(code);
  const second = await server.exchange(code);

  expect(first.body).toMatchObject({ token_type: 'bearer', expires_in: 3600, scope: 'read write' });
  expect(second).toEqual(refused('invalid_grant'));
  expect(server.server.bearer(first.body.access_token)).toBeUndefined();
  expect(await server.refresh(first.body.refresh_token)).toEqual(refused('invalid_grant'));
});

test.each([
  ['another redirect URI', { redirect_uri: 'http://localhost:3000/other' }, 'invalid_grant', 400],
  ['a wrong verifier', { code_verifier: 'w'.repeat(43) }, 'invalid_grant', 400],
  ['a verifier that is too short', { code_verifier: 'short' }, 'invalid_grant', 400],
  ['another client', { client_id: 'other' }, 'invalid_grant', 400],
  ["another provider's client", { client_id: 'foreign' }, 'invalid_client', 401],
  ['a wrong secret', { client_secret: 'guess' }, 'invalid_client', 401],
  ['an unknown member', { scopes: 'read' }, 'invalid_request', 400],
  ['another grant type', { grant_type: 'password' }, 'unsupported_grant_type', 400],
])('%s at the token step is refused', async (_name, fields, error, status) => {
  const server = startServer();

  expect(await server.exchange(codeOf(server), fields)).toEqual(refused(error, status));
});

test('a code does not outlive its seconds', async () => {
  const server = startServer({ codeSeconds: 30 });
  const code = codeOf(server);

  server.kit.now += 30_000;

  expect(await server.exchange(code)).toEqual(refused('invalid_grant'));
});

test('a verifier without a challenge is refused, as is a missing one', async () => {
  const server = startServer();
  const without = server.allow({ code_challenge: '', code_challenge_method: '' }).searchParams.get('code')!;

  expect(await server.exchange(without)).toEqual(refused('invalid_grant'));
  expect(await server.exchange(codeOf(server), { code_verifier: '' })).toEqual(refused('invalid_grant'));
});

test('the client proves itself only where the provider takes it', async () => {
  const post = startServer();
  const basic = startServer({ clientAuth: ['basic'] });
  const header = { authorization: `Basic ${Buffer.from('client:secret').toString('base64')}` };
  const fields = { grant_type: 'refresh_token', refresh_token: (await post.grant()).refresh_token as string };

  expect(await post.send(fields, '/token', header)).toEqual(refused('invalid_client', 401));
  expect(await basic.refresh('any')).toEqual(refused('invalid_client', 401));
  expect(await basic.send({ ...fields, refresh_token: 'any' }, '/token', header)).toEqual(refused('invalid_grant'));
  expect(await post.send({ ...fields, ...post.proof }, '/token', header)).toEqual(refused('invalid_request'));
});

test('another encoding than the provider takes is refused', async () => {
  const server = startServer({ tokenBody: ['json'] });

  expect(await server.refresh('any')).toEqual(refused('invalid_request'));
});

test('an access token says whose it is and what it may do, until it expires', async () => {
  const server = startServer({ scopesImplied: { write: ['see'] } });
  const { access_token: token } = await server.grant({}, 'j1');

  const before = server.server.bearer(token);
  server.kit.now += 3_600_000;

  expect(before).toEqual({
    account: expect.objectContaining({ name: 'Jonas Weld' }),
    clientId: 'client',
    scopes: new Set(['read', 'write', 'see']),
  });
  expect(server.server.bearer(token)).toBe('expired');
  expect(server.server.bearer('constructor')).toBeUndefined();
});

test('the switches make tokens stale or end grants, of one account where told', async () => {
  const server = startServer();
  const ada = await server.grant();
  const jonas = await server.grant({}, 'j1');

  expect(server.server.expireTokens('ada@example.org')).toBe(1);
  expect(server.server.bearer(ada.access_token)).toBe('expired');
  expect(server.server.revokeGrants('j1')).toBe(1);
  expect(server.server.bearer(jonas.access_token)).toBeUndefined();
  expect((await server.refresh(ada.refresh_token)).status).toBe(200);
});

test('tokens that do not run out cannot be made stale', async () => {
  const server = startServer({ accessSeconds: undefined, offline: 'never' });
  const tokens = await server.grant();

  expect(server.server.expireTokens()).toBe(0);
  server.kit.now += 10 * 365 * 86_400_000;
  expect(server.server.bearer(tokens.access_token)).toMatchObject({ clientId: 'client' });
  expect(tokens).not.toHaveProperty('refresh_token');
  expect(tokens).not.toHaveProperty('expires_in');
});

test('a revocation needs the client, ends the grant, and is silent about tokens it does not know', async () => {
  const server = startServer();
  const tokens = await server.grant();

  expect(await server.send({ token: tokens.refresh_token }, '/revoke')).toEqual(refused('invalid_client', 401));
  expect((await server.send({ token: 'unknown', ...server.proof }, '/revoke')).status).toBe(200);
  expect((await server.send({ token: tokens.refresh_token, ...server.proof }, '/revoke')).status).toBe(200);
  expect(server.server.bearer(tokens.access_token)).toBeUndefined();
});

test('a revocation may be asked for in another way than a token', async () => {
  const server = startServer({ revocation: { clientAuth: ['basic'] } });
  const { access_token: token } = await server.grant();
  const header = { authorization: `Basic ${Buffer.from('client:secret').toString('base64')}` };

  expect(await server.send({ token, ...server.proof }, '/revoke')).toEqual(refused('invalid_client', 401));
  expect((await server.send({ token }, '/revoke', header)).status).toBe(200);
  expect(server.server.bearer(token)).toBeUndefined();
});

test('no code or token can be read from what is stored', async () => {
  const server = startServer();
  const code = codeOf(server);
  const { body } = await server.exchange(code);

  const stored = JSON.stringify(server.kit.store.part('example.oauth', () => ({})));

  for (const secret of [code, body.access_token, body.refresh_token]) expect(stored).not.toContain(secret);
});
