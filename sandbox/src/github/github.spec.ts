import { expect, test } from '@jest/globals';
import { answerConsent, createSandbox, type Sandbox } from '../index.ts';

const redirectUri = 'http://localhost:3000/callback';
const client = { provider: 'github', clientId: 'client', clientSecret: 'secret', redirectUris: [redirectUri] };
const start = () => createSandbox({ clients: [client] });
const site = '/repos/fernhill-studio/harborline-site';

async function grant({ originMap }: Sandbox, scope: string, accept = 'application/json') {
  const url = new URL(`${originMap['https://github.com']}/login/oauth/authorize`);
  const asked = { client_id: 'client', redirect_uri: redirectUri, response_type: 'code', state: 'st', scope };
  for (const [name, value] of Object.entries(asked)) url.searchParams.set(name, value);
  const back = await answerConsent(url.href);
  const code = back.searchParams.get('code')!;
  const exchange = (): Promise<Response> =>
    fetch(`${originMap['https://github.com']}/login/oauth/access_token`, {
      method: 'POST',
      headers: { accept },
      body: new URLSearchParams({
        client_id: 'client',
        client_secret: 'secret',
        grant_type: 'authorization_code',
        code,
        redirect_uri: redirectUri,
      }),
    });
  const first = await exchange();
  return { exchange, tokens: (await first.json()) as { access_token: string; scope: string; refresh_token?: string } };
}

async function call(
  { originMap }: Sandbox,
  token: string,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
) {
  const answer = await fetch(originMap['https://api.github.com'] + path, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers of every shape
  return { status: answer.status, headers: answer.headers, body: (text && JSON.parse(text)) as any };
}

test('scopes that another contains are left out of the answer, and nothing runs out', async () => {
  await using sandbox = await start();

  const { tokens } = await grant(sandbox, 'repo public_repo notifications');

  expect(tokens).toMatchObject({ scope: 'repo,notifications', token_type: 'bearer' });
  expect(tokens.access_token).toMatch(/^gho_[\dA-Za-z]+$/);
  expect(tokens).not.toHaveProperty('refresh_token');
  expect(tokens).not.toHaveProperty('expires_in');
});

test('a code that comes twice is refused with status 200, and its token ends', async () => {
  await using sandbox = await start();
  const { exchange, tokens } = await grant(sandbox, 'public_repo');

  const again = await exchange();

  expect(again.status).toBe(200);
  expect(await again.json()).toMatchObject({ error: 'bad_verification_code' });
  expect((await call(sandbox, tokens.access_token, 'GET', '/user')).status).toBe(401);
});

test.each([
  ['without a scope', '', 403],
  ['with another one', 'notifications', 403],
  ['with the one for public repositories', 'public_repo', 201],
  ['with the one for all', 'repo', 201],
])('an issue is opened %s: %s answers %i', async (_name, scope, status) => {
  await using sandbox = await start();
  const { tokens } = await grant(sandbox, scope);

  const answer = await call(sandbox, tokens.access_token, 'POST', `${site}/issues`, { title: 'A' });

  expect(answer.status).toBe(status);
  expect(answer.headers.get('x-accepted-oauth-scopes')).toBe(status === 403 ? 'public_repo, repo' : null);
});

test.each([
  ['an unknown member', 'POST', `${site}/issues`, { title: 'A', color: 'red' }, 'color'],
  ['no title', 'POST', `${site}/issues`, { body: 'A' }, 'Validation Failed'],
  ['a stranger', 'POST', `${site}/issues`, { title: 'A', assignees: ['nobody'] }, 'Validation Failed'],
  ['an unknown parameter', 'GET', `${site}/issues?colour=red`, undefined, 'colour'],
  ['a search for everything', 'GET', '/search/issues?q=quay', undefined, 'Validation Failed'],
])('%s is refused in the words of GitHub', async (_name, method, path, body, words) => {
  await using sandbox = await start();
  const { tokens } = await grant(sandbox, 'repo');

  const answer = await call(sandbox, tokens.access_token, method, path, body);

  expect(answer.status).toBe(422);
  expect(answer.body.message).toContain(words);
});

test('a version that GitHub does not speak is refused', async () => {
  await using sandbox = await start();
  const { tokens } = await grant(sandbox, '');

  const answer = await call(sandbox, tokens.access_token, 'GET', '/user', undefined, {
    'x-github-api-version': '2019-01-01',
  });

  expect(answer.status).toBe(400);
});

test('every answer counts the calls of the hour, and a list links to its neighbours', async () => {
  await using sandbox = await start();
  const { tokens } = await grant(sandbox, 'repo');

  const answer = await call(sandbox, tokens.access_token, 'GET', `${site}/issues?state=all&per_page=2&page=2`);

  expect(answer.headers.get('x-ratelimit-limit')).toBe('5000');
  expect(answer.headers.get('link')).toContain(
    '<https://api.github.com/repos/fernhill-studio/harborline-site/issues?state=all&per_page=2&page=3>; rel="next"',
  );
});

test('O-14 the app ends its authorization with its own proof, once', async () => {
  await using sandbox = await start();
  const { tokens } = await grant(sandbox, 'repo');
  const end = (secret: string): Promise<Response> =>
    fetch(`${sandbox.originMap['https://api.github.com']}/applications/client/grant`, {
      method: 'DELETE',
      headers: { authorization: `Basic ${Buffer.from(`client:${secret}`).toString('base64')}` },
      body: JSON.stringify({ access_token: tokens.access_token }),
    });

  expect((await end('wrong')).status).toBe(404);
  expect((await end('secret')).status).toBe(204);
  expect((await end('secret')).status).toBe(404);
  expect((await call(sandbox, tokens.access_token, 'GET', '/user')).status).toBe(401);
});
