import { expect, test } from '@jest/globals';
import { ApiKeyScope, Role, rolePermissions, type RouteDefinition } from '@switchboard/contracts';
import { servedRoutes } from '@switchboard/nest-kit/http';
import { declaredRoutes } from '../openapi/openapi-document.ts';
import { startGateway, type TestGateway } from '../testing/start-gateway.ts';

const anyId = '01990000-0000-7000-8000-000000000001';
const roomy = { settings: { SWB_REQUESTS_PER_MINUTE: '1000000' } };

const pathOf = ({ path }: RouteDefinition): string =>
  path
    .replace(':provider', 'google')
    .replace(':action', 'google.list_events')
    .replaceAll(/:\w+Id/g, anyId);

/** Reconnecting asks for what was granted before: it needs `connections:read` beside its own permission. */
const readsFirst = ({ path }: RouteDefinition): boolean => /:connectionId\/reconnect$/.test(path);

type Person = ReturnType<TestGateway['nobody']>;

/** What the gateway decides before it asks anyone: `in`, `no caller` or `refused`. */
async function decision(person: Person, route: RouteDefinition): Promise<string> {
  const method = route.method.toLowerCase() as 'get' | 'post' | 'put' | 'patch' | 'delete';
  const request = person[method](pathOf(route));
  const { status, body } = (await (route.body ? request.send({}) : request)) as {
    status: number;
    body: { code?: string } | null;
  };
  if (status === 401) return 'no caller';
  return body?.code === 'not_permitted' || body?.code === 'reauthentication_required' ? 'refused' : 'in';
}

/** The event stream never ends; its own spec asks the same of it. */
const checked = declaredRoutes.filter(({ path }) => path !== '/api/v1/events');

test('A-1 every declared route is served, and nothing else claims to be one', async () => {
  await using _gateway = await startGateway();

  expect([...servedRoutes.keys()].map(({ path, method }) => `${method} ${path}`).sort()).toEqual(
    declaredRoutes.map(({ path, method }) => `${method} ${path}`).sort(),
  );
});

test('A-1 nobody reaches only what is public', async () => {
  await using gateway = await startGateway(roomy);

  for (const route of checked) {
    const seen = await decision(gateway.nobody(), route);
    expect(`${route.path}: ${seen}`).toBe(`${route.path}: ${route.permission === 'public' ? 'in' : 'no caller'}`);
  }
});

test.each(Role.options)('A-1 the role %s reaches exactly what its permissions say', async (role) => {
  await using gateway = await startGateway(roomy);
  const person = gateway.as('ada', { role });

  for (const route of checked) {
    const may = rolePermissions[role].includes(route.permission);
    expect(`${route.path}: ${await decision(person, route)}`).toBe(`${route.path}: ${may ? 'in' : 'refused'}`);
  }
});

test.each(ApiKeyScope.options)('A-1 a key with the scope %s alone reaches exactly that', async (scope) => {
  await using gateway = await startGateway(roomy);
  const program = gateway.asKey('bo', [scope]);

  for (const route of checked) {
    const may = ['public', 'self', scope].includes(route.permission) && !readsFirst(route);
    expect(`${route.path}: ${await decision(program, route)}`).toBe(`${route.path}: ${may ? 'in' : 'refused'}`);
  }
});

test('G-2 a login older than five minutes is asked for again where it matters', async () => {
  await using gateway = await startGateway(roomy);
  const now = Math.floor(new Date().getTime() / 1000);
  const stale = gateway.as('ada', { role: 'owner', authenticatedAt: now - 301 });

  for (const route of checked)
    expect(`${route.path}: ${await decision(stale, route)}`).toBe(`${route.path}: ${route.fresh ? 'refused' : 'in'}`);
});
