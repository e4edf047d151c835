import { expect, test } from '@jest/globals';
import type { Reply } from '../fixture.ts';
import { answerConsent, createSandbox } from '../index.ts';

const redirectUri = 'http://localhost:3000/callback';
const client = { provider: 'todoist', clientId: 'client', clientSecret: 'secret', redirectUris: [redirectUri] };
const quay = '/tasks/6T00000000001003';

/** A sandbox and the calls that specs of its Todoist make. */
async function start() {
  const sandbox = await createSandbox({ clients: [client] });
  const local = (url: string): string =>
    sandbox.originMap[new URL(url).origin]! + url.slice(new URL(url).origin.length);
  const read = async (answer: Response): Promise<Reply> => {
    const text = await answer.text();
    return { status: answer.status, headers: answer.headers, body: text ? JSON.parse(text) : {} };
  };
  const token = async (fields: Record<string, string>) => {
    const body = new URLSearchParams({ ...fields, client_id: 'client', client_secret: 'secret' });
    return read(await fetch(local('https://todoist.com/oauth/access_token'), { method: 'POST', body }));
  };
  const grant = async (scope: string, account?: string) => {
    const asked = { client_id: 'client', redirect_uri: redirectUri, response_type: 'code', scope, state: 'st' };
    const url = local(`https://todoist.com/oauth/authorize?${new URLSearchParams(asked).toString()}`);
    const back = await answerConsent(url, account === undefined ? {} : { account });
    const code = back.searchParams.get('code');
    if (!code) throw new Error(back.searchParams.get('error')!);
    return (await token({ grant_type: 'authorization_code', code, redirect_uri: redirectUri })).body;
  };
  const call = async (bearer: string, method: string, path: string, body?: unknown) => {
    const headers = {
      authorization: `Bearer ${bearer}`,
      ...(body !== undefined && { 'content-type': 'application/json' }),
    };
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    return read(await fetch(local(`https://api.todoist.com/api/v1${path}`), { method, headers, ...sent }));
  };
  return { sandbox, local, token, grant, call, [Symbol.asyncDispose]: () => sandbox.close() };
}

test('each refresh token works once and brings the next', async () => {
  await using todoist = await start();
  const { refresh_token: first, expires_in: seconds } = await todoist.grant('data:read');
  const refresh = (refresh_token: string) => todoist.token({ grant_type: 'refresh_token', refresh_token });

  const second = (await refresh(first)).body.refresh_token;

  expect(seconds).toBe(3600);
  expect((await refresh(first)).body.error).toBe('invalid_grant');
  expect((await refresh(second)).status).toBe(200);
});

test('scopes are parted by commas, and one that nobody knows is refused', async () => {
  await using todoist = await start();

  await expect(todoist.grant('data:read data:delete')).rejects.toThrow('invalid_scope');
  expect(await todoist.grant('data:read,data:delete')).toMatchObject({ token_type: 'Bearer' });
});

test.each([
  ['GET', quay, 'task:add', 403],
  ['POST', '/tasks', 'data:read', 403],
  ['POST', '/tasks', 'task:add', 200],
  ['POST', `${quay}/close`, 'data:read', 403],
  ['POST', `${quay}/close`, 'data:read_write', 204],
  ['DELETE', quay, 'data:read_write', 403],
  ['DELETE', quay, 'data:delete', 204],
])('%s %s with %s answers %i', async (method, path, scope, status) => {
  await using todoist = await start();
  const { access_token: token } = await todoist.grant(scope);

  const answer = await todoist.call(token, method, path, path === '/tasks' ? { content: 'New' } : undefined);

  expect(answer.status).toBe(status);
  if (status === 403) expect(answer.body.error_tag).toBe('AUTH_INSUFFICIENT_TOKEN_SCOPE');
});

test.each([
  ['an unknown member', { content: 'A', due: 'today' }, { argument: 'due' }],
  ['no content', { priority: 4 }, { argument: 'content' }],
  ['a priority there is not', { content: 'A', priority: 5 }, { argument: 'priority' }],
  ['two ways of being due', { content: 'A', due_date: '2026-12-01', due_string: 'today' }, { argument: 'due' }],
])('%s is refused in the words of Todoist', async (_name, body, extra) => {
  await using todoist = await start();
  const { access_token: token } = await todoist.grant('data:read_write');

  const answer = await todoist.call(token, 'POST', '/tasks', body);

  expect(answer).toMatchObject({ status: 400, body: { http_code: 400, error_extra: extra } });
});

test('a filter that cannot be read, an open task that is reopened and a strange cursor are refused', async () => {
  await using todoist = await start();
  const { access_token: token } = await todoist.grant('data:read_write');

  const answers = [
    await todoist.call(token, 'GET', '/tasks/filter?query=((('),
    await todoist.call(token, 'POST', `${quay}/reopen`),
    await todoist.call(token, 'GET', '/tasks?cursor=nonsense'),
    await todoist.call(token, 'GET', '/tasks?filter=today'),
  ];

  expect(answers.map(({ status }) => status)).toEqual([400, 400, 400, 400]);
});

test("another's inbox is not seen, shared projects are", async () => {
  await using todoist = await start();
  const { access_token: token } = await todoist.grant('data:read', 'jonas.weld.demo@gmail.com');

  expect((await todoist.call(token, 'GET', '/tasks/6T00000000001101')).status).toBe(404);
  expect((await todoist.call(token, 'GET', quay)).status).toBe(200);
  expect((await todoist.call(token, 'GET', '/projects/6P00000000000102')).status).toBe(404);
});

test('a revocation proves the client by Basic and ends the grant', async () => {
  await using todoist = await start();
  const { access_token: token, refresh_token } = await todoist.grant('data:read');
  const revoke = (authorization: string) =>
    fetch(todoist.local('https://api.todoist.com/api/v1/revoke'), {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json' },
      body: JSON.stringify({ token }),
    });

  const wrong = await revoke(`Basic ${Buffer.from('client:guess').toString('base64')}`);
  const right = await revoke(`Basic ${Buffer.from('client:secret').toString('base64')}`);

  expect([wrong.status, right.status]).toEqual([401, 200]);
  expect((await todoist.call(token, 'GET', quay)).body.error_tag).toBe('AUTH_INVALID_TOKEN');
  expect((await todoist.token({ grant_type: 'refresh_token', refresh_token })).body.error).toBe('invalid_grant');
});

test('the page shows the projects with their tasks, and a link of Todoist leads to its task', async () => {
  await using todoist = await start();

  const page = await (await fetch(`${todoist.sandbox.url}/?provider=todoist&account=40110001`)).text();
  const linked = await (await fetch(todoist.local('https://app.todoist.com/app/task/check-6T00000000001002'))).text();

  expect(page).toContain('Water the plants');
  expect(page).not.toContain('Ask for the winter tyres');
  expect(linked).toContain('Two of forty rows have no port.');
});
