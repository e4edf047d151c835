import { expect, test } from '@jest/globals';
import { Asana } from './testing.ts';

const harborline = '1200000000000101';
const quay = '/tasks/1200000000001003';

test('the token answer says who it is and no scopes; a refresh keeps the refresh token', async () => {
  await using asana = await Asana.start();

  const tokens = await asana.grant(['users:read']);
  const renewed = await asana.token({ grant_type: 'refresh_token', refresh_token: tokens.refresh_token! });

  expect(tokens).toMatchObject({
    expires_in: 3600,
    token_type: 'bearer',
    data: { gid: '1200000000000011', name: 'Ada Marsh' },
  });
  expect(tokens).not.toHaveProperty('scope');
  expect(renewed.status).toBe(200);
  expect(renewed.body).not.toHaveProperty('refresh_token');
});

test('full permissions are not mixed with single scopes', async () => {
  await using asana = await Asana.start();

  await expect(asana.grant(['default'])).rejects.toThrow('invalid_scope');
});

test.each([
  ['GET', '/tasks?project=1200000000000101', 'projects:read', 403],
  ['POST', '/tasks', 'tasks:read', 403],
  ['DELETE', quay, 'tasks:write', 403],
  ['GET', '/projects/1200000000000101/sections', 'tasks:read', 403],
  ['GET', quay, 'tasks:read', 200],
])('%s %s with %s answers %i', async (method, path, scope, status) => {
  await using asana = await Asana.start();
  const { access_token: token } = await asana.grant([scope]);

  expect((await asana.call(token, method, path)).status).toBe(status);
});

test.each([
  ['an unknown member', { name: 'A', projects: [harborline], priority: 1 }, 'data.priority: Unknown field'],
  ['nowhere to put it', { name: 'A' }, 'You should specify one of workspace, parent, projects'],
  [
    'two due dates',
    { projects: [harborline], due_on: '2026-12-01', due_at: '2026-12-01T10:00:00Z' },
    'You may only provide due_on or due_at!',
  ],
  [
    'a stranger',
    { projects: [harborline], assignee: 'nobody@example.org' },
    'assignee: Unknown object: nobody@example.org',
  ],
  ['a number for a gid', { projects: [101] }, 'data.projects.0'],
])('%s is refused in the words of Asana', async (_name, data, message) => {
  await using asana = await Asana.start();
  const { access_token: token } = await asana.grant(['tasks:write']);

  const answer = await asana.call(token, 'POST', '/tasks', { data });

  expect(answer.status).toBe(400);
  expect(answer.body.errors[0].message).toContain(message);
});

test('a field that opt_fields misspells is refused, and a list is compact without it', async () => {
  await using asana = await Asana.start();
  const { access_token: token } = await asana.grant(['tasks:read']);

  const compact = await asana.call(token, 'GET', `/tasks?project=${harborline}&limit=1`);
  const chosen = await asana.call(token, 'GET', `${quay}?opt_fields=name,assignee.name`);
  const wrong = await asana.call(token, 'GET', `${quay}?opt_fields=due`);

  expect(Object.keys(compact.body.data[0])).toEqual(['gid', 'resource_type', 'name', 'resource_subtype']);
  expect(compact.body.next_page).toMatchObject({ offset: expect.any(String) });
  expect(chosen.body.data).toEqual({
    gid: '1200000000001003',
    name: 'Draw the quay map',
    assignee: { gid: '1200000000000013', name: 'Priya Nandakumar' },
  });
  expect(wrong.status).toBe(400);
});

test('an external name is found only by the app that gave it', async () => {
  await using asana = await Asana.start();
  const own = await asana.grant(['tasks:read', 'tasks:write']);
  const other = await asana.grant(['tasks:read'], 'other');
  const data = { name: 'Traced', projects: [harborline], external: { gid: 'run-1' } };

  await asana.call(own.access_token, 'POST', '/tasks', { data });

  expect((await asana.call(own.access_token, 'GET', '/tasks/external%3Arun-1')).body.data.name).toBe('Traced');
  expect((await asana.call(other.access_token, 'GET', '/tasks/external%3Arun-1')).status).toBe(404);
});

test("what is another's alone is not seen", async () => {
  await using asana = await Asana.start();
  const ada = await asana.grant(['tasks:read', 'workspaces:read']);

  expect((await asana.call(ada.access_token, 'GET', '/tasks/1200000000001111')).status).toBe(404);
  expect((await asana.call(ada.access_token, 'GET', '/workspaces/1200000000000002')).status).toBe(403);
});

test('an access token that expired says so, and a revoked grant is gone', async () => {
  await using asana = await Asana.start();
  const tokens = await asana.grant(['tasks:read']);

  await asana.control('/tokens/expire', { provider: 'asana' });
  const expired = await asana.call(tokens.access_token, 'GET', quay);
  const revoked = await asana.revoke(tokens.refresh_token!);

  expect(expired.status).toBe(401);
  expect(expired.body.errors[0].message).toContain('expired');
  expect(revoked.status).toBe(200);
  expect((await asana.token({ grant_type: 'refresh_token', refresh_token: tokens.refresh_token! })).body.error).toBe(
    'invalid_grant',
  );
});

test('the page shows the projects with their tasks, and a link of Asana leads to its task', async () => {
  await using asana = await Asana.start();
  const { url, originMap } = asana.sandbox;

  const page = await (await fetch(`${url}/?provider=asana&account=1200000000000011`)).text();
  const linked = await (await fetch(`${originMap['https://app.asana.com']}/0/0/1200000000001002/f`)).text();

  expect(page).toContain('Harborline launch');
  expect(page).toContain('Draw the quay map');
  expect(page).not.toContain('School run rota');
  expect(linked).toContain('Two of forty rows have no port.');
});
