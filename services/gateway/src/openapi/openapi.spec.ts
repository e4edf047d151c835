import { expect, test } from '@jest/globals';
import { listActions } from '@switchboard/contracts';
import { startGateway } from '../testing/start-gateway.ts';
import { declaredRoutes } from './openapi-document.ts';

const action = {
  ref: 'google.create_event',
  provider: 'google',
  title: 'Create event',
  description: 'Creates one.',
  effect: 'write',
  idempotent: false,
  undo: true,
  needs: ['calendar.write'],
  phrases: [],
  input: { $schema: 'x', type: 'object', properties: { title: { type: 'string' } } },
  output: { type: 'object' },
  examples: [{ title: 'Stand-up' }],
} as const;

interface Operation {
  operationId: string;
  security?: unknown[];
  requestBody?: { content: Record<string, { schema: unknown; example?: unknown }> };
}

test('the document lists every route and one exact path for each action, with nothing dangling', async () => {
  await using gateway = await startGateway();
  gateway.bus.answer(listActions, { items: [action as never] });

  const { body, text } = await gateway.nobody().get('/openapi.json');
  const paths = body.paths as Record<string, Record<string, Operation>>;

  expect(body.openapi).toBe('3.1.0');
  for (const { path, method } of declaredRoutes)
    expect(paths[path.replaceAll(/:(\w+)/g, '{$1}')]).toHaveProperty(method.toLowerCase());
  const operations = Object.values(paths).flatMap((path) => Object.values(path));
  expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length);
  expect(paths['/api/v1/actions/google.create_event']?.['post']?.requestBody?.content['application/json']).toEqual({
    schema: { type: 'object', properties: { title: { type: 'string' } } },
    example: { title: 'Stand-up' },
  });
  for (const [, reference = ''] of text.matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g))
    expect(body.components.schemas).toHaveProperty(reference);
  expect(text).not.toMatch(/"\$(?:schema|id|defs)"|#\/\$defs/);
  expect(Object.keys(body.components.schemas as object)).not.toContain('NewSession');
});

test('while integrations is away the routes are still printed, and the actions as soon as it is back', async () => {
  await using gateway = await startGateway();
  gateway.bus.fail(listActions, 'service_unavailable');
  const before = await gateway.nobody().get('/openapi.json').expect(200);
  gateway.bus.answer(listActions, { items: [action as never] });

  const after = await gateway.nobody().get('/openapi.json').expect(200);

  expect(before.body.paths).not.toHaveProperty(['/api/v1/actions/google.create_event']);
  expect(after.body.paths).toHaveProperty(['/api/v1/actions/google.create_event']);
});

test('the reference page and its files come from here', async () => {
  await using gateway = await startGateway();

  const page = await gateway.nobody().get('/docs').expect(200);

  const addresses = [...page.text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address = '']) => address);
  const answers = await Promise.all(addresses.map((address) => gateway.nobody().get(address)));
  expect(answers.map(({ status }) => status)).toEqual(addresses.map(() => 200));
});
