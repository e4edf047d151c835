import { expect, test } from '@jest/globals';
import { answerConsent, createSandbox, type Sandbox } from '../index.ts';

const redirectUri = 'http://localhost:3000/callback';
const client = { provider: 'notion', clientId: 'client', clientSecret: 'secret', redirectUris: [redirectUri] };
const start = () => createSandbox({ clients: [client] });
const basic = `Basic ${Buffer.from('client:secret').toString('base64')}`;
const version = { 'notion-version': '2025-09-03' };
const notes = '15000000-0000-4000-8000-000000000002';

interface Tokens {
  access_token: string;
  refresh_token: string;
  bot_id: string;
}

async function send(
  { originMap }: Sandbox,
  method: string,
  path: string,
  body: unknown,
  headers: Record<string, string>,
) {
  const answer = await fetch(originMap['https://api.notion.com'] + path, {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers of every shape
  return { status: answer.status, headers: answer.headers, body: (await answer.json()) as any };
}
const token = (sandbox: Sandbox, body: unknown, headers: Record<string, string> = {}) =>
  send(sandbox, 'POST', '/v1/oauth/token', body, { authorization: basic, ...version, ...headers });
const call = (
  sandbox: Sandbox,
  access: string,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = version,
) => send(sandbox, method, path, body, { authorization: `Bearer ${access}`, ...headers });

async function grant(sandbox: Sandbox, more: Record<string, string> = { owner: 'user' }): Promise<Tokens> {
  const url = new URL(`${sandbox.originMap['https://api.notion.com']}/v1/oauth/authorize`);
  const asked = { client_id: 'client', redirect_uri: redirectUri, response_type: 'code', state: 'st', ...more };
  for (const [name, value] of Object.entries(asked)) url.searchParams.set(name, value);
  const back = await answerConsent(url.href);
  const code = back.searchParams.get('code');
  if (!code) throw new Error(back.search);
  return (await token(sandbox, { grant_type: 'authorization_code', code, redirect_uri: redirectUri })).body as Tokens;
}

test('the token answer says whose workspace it is, and nothing runs out', async () => {
  await using sandbox = await start();

  const tokens = await grant(sandbox);

  expect(tokens).toMatchObject({
    token_type: 'bearer',
    workspace_name: 'Fernhill Studio',
    owner: { type: 'user', user: { name: 'Ada Marsh' } },
  });
  expect(tokens).not.toHaveProperty('expires_in');
  expect(tokens).not.toHaveProperty('scope');
});

test('a refresh token works once', async () => {
  await using sandbox = await start();
  const tokens = await grant(sandbox);
  const refresh = (value: string) => token(sandbox, { grant_type: 'refresh_token', refresh_token: value });

  const renewed = await refresh(tokens.refresh_token);
  const again = await refresh(tokens.refresh_token);

  expect(renewed.status).toBe(200);
  expect(renewed.body.refresh_token).not.toBe(tokens.refresh_token);
  expect(again).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
});

test('consent is asked for a user, and the client proves itself by Basic and JSON', async () => {
  await using sandbox = await start();

  await expect(grant(sandbox, {})).rejects.toThrow('owner');
  expect(
    (await token(sandbox, { grant_type: 'refresh_token', refresh_token: 'x' }, { authorization: '' })).body.error,
  ).toBe('invalid_client');
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  expect((await token(sandbox, {}, form)).status).toBe(400);
});

test('O-14 what is revoked is gone with its refresh token', async () => {
  await using sandbox = await start();
  const tokens = await grant(sandbox);

  const ended = await send(
    sandbox,
    'POST',
    '/v1/oauth/revoke',
    { token: tokens.access_token },
    { authorization: basic, ...version },
  );

  expect(ended.status).toBe(200);
  expect((await call(sandbox, tokens.access_token, 'GET', '/v1/users/me')).status).toBe(401);
  expect((await token(sandbox, { grant_type: 'refresh_token', refresh_token: tokens.refresh_token })).status).toBe(400);
});

test.each([
  ['no version', {}, 'missing_version'],
  ['another version', { 'notion-version': '2021-05-13' }, 'validation_error'],
])('%s is refused', async (_name, headers, code) => {
  await using sandbox = await start();
  const { access_token: access } = await grant(sandbox);

  expect(await call(sandbox, access, 'GET', '/v1/users/me', undefined, headers)).toMatchObject({
    status: 400,
    body: { object: 'error', code },
  });
});

test.each([
  [
    'an unknown member',
    'PATCH',
    `/v1/pages/${notes}`,
    { colour: 'red' },
    'validation_error',
    'body.colour should be not present',
  ],
  [
    'an unknown property',
    'PATCH',
    `/v1/pages/${notes}`,
    { properties: { Size: { number: 1 } } },
    'validation_error',
    'Size is not a property that exists.',
  ],
  [
    'a value of another type',
    'PATCH',
    `/v1/pages/${notes}`,
    { properties: { title: { number: 1 } } },
    'validation_error',
    'expected to be title',
  ],
  ['an id that is none', 'GET', '/v1/pages/notes', undefined, 'validation_error', 'valid uuid'],
  [
    'a page that nobody shared',
    'GET',
    '/v1/pages/15000000-0000-4000-8000-000000000003',
    undefined,
    'object_not_found',
    'shared with your integration',
  ],
  [
    'a block in two kinds',
    'PATCH',
    `/v1/blocks/${notes}/children`,
    { children: [{ paragraph: { rich_text: [] }, quote: { rich_text: [] } }] },
    'validation_error',
    'body.children',
  ],
  ['another path', 'GET', '/v1/lists', undefined, 'invalid_request_url', 'Invalid request URL'],
])('%s is refused in the words of Notion', async (_name, method, path, body, code, words) => {
  await using sandbox = await start();
  const { access_token: access } = await grant(sandbox);

  const answer = await call(sandbox, access, method, path, body);

  expect(answer.body).toMatchObject({ object: 'error', code, message: expect.stringContaining(words) });
});
