import { expect, test } from '@jest/globals';
import type { RouteDefinition } from '@switchboard/contracts';
import { z } from 'zod';
import { declaredRoutes } from '../openapi/openapi-document.ts';
import { startGateway } from '../testing/start-gateway.ts';

const anyId = '01990000-0000-7000-8000-000000000001';
const pathOf = ({ path }: RouteDefinition): string =>
  path
    .replace(':provider', 'google')
    .replace(':action', 'google.list_events')
    .replaceAll(/:\w+Id/g, anyId);

/** What nobody may set by naming it: whose it is, what it is, and what it may do. */
const foreign = { memberId: anyId, hubId: anyId, isOwner: true, permissions: ['audit:read'], passwordHash: 'x' };
const listed = declaredRoutes.filter(({ body, streams }) => body instanceof z.ZodObject && streams !== 'request');

test.each(listed.map((route) => [`${route.method} ${route.path}`, route] as const))(
  'A-7 %s takes its own fields and refuses every other',
  async (_, route) => {
    await using gateway = await startGateway();
    const method = route.method.toLowerCase() as 'post' | 'put' | 'patch' | 'delete';

    const { status, body } = await gateway.as('ada', { role: 'owner' })[method](pathOf(route)).send(foreign);

    expect(status).toBe(400);
    expect(JSON.stringify(body)).toContain('isOwner');
    expect(body).toMatchObject({ code: 'input_invalid' });
  },
);

test('A-7 no route answers with an open object: what it lists is all there is', () => {
  const open = declaredRoutes.filter(({ reply }) => reply instanceof z.ZodObject && reply.def.catchall !== undefined);

  expect(open.map(({ path }) => path)).toEqual([]);
});
