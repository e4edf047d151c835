import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { z } from 'zod';
import { arbitraryOf } from './arbitrary.ts';
import { Discovery } from './discovery.ts';

const things = new Discovery({
  rootUrl: 'https://api.test/',
  servicePath: 'v1/',
  parameters: { fields: { type: 'string', location: 'query' } },
  schemas: {
    Thing: {
      type: 'object',
      properties: {
        name: { type: 'string' },
        size: { type: 'integer', minimum: '0' },
        at: { type: 'string', format: 'date-time' },
        tags: { type: 'array', items: { type: 'string', enum: ['a', 'b'] } },
        extra: { type: 'object', additionalProperties: { type: 'string' } },
        inner: { $ref: 'Thing' },
      },
    },
  },
  resources: {
    things: {
      methods: {
        put: {
          id: 'things.put',
          httpMethod: 'PUT',
          path: 'things/{id}',
          parameters: {
            id: { type: 'string', location: 'path', required: true },
            loud: { type: 'boolean', location: 'query' },
          },
          request: { $ref: 'Thing' },
          response: { $ref: 'Thing' },
        },
      },
    },
  },
});
const put = (path: string, json?: unknown) =>
  things.findings({ method: 'PUT', url: new URL(`https://api.test/v1/${path}`), json });

test('a request that fits has no findings', () => {
  const json = {
    name: 'x',
    size: 3,
    at: '2026-01-01T00:00:00Z',
    tags: ['a'],
    extra: { any: 'y' },
    inner: { name: null },
  };

  expect(put('things/1?loud=true&fields=name', json)).toEqual([]);
});

test.each([
  ['nothing/1', {}, 'no method for PUT /v1/nothing/1'],
  ['things/1?quiet=1', {}, 'things.put: unknown parameter quiet'],
  ['things/1?loud=yes', {}, 'things.put loud: not true or false'],
  ['things/1', { nme: 'x' }, 'things.put: unknown field nme'],
  ['things/1', { size: '3' }, 'things.put.size: not a number'],
  ['things/1', { size: -1 }, 'things.put.size: -1 is out of range'],
  ['things/1', { at: '2026-01-01' }, 'things.put.at: "2026-01-01" is no date-time'],
  ['things/1', { tags: ['c'] }, 'things.put.tags[0]: c is not one of a, b'],
  ['things/1', { inner: { size: 1.5 } }, 'things.put.inner.size: not a whole number'],
])('%s with %j is found', (path, json, finding) => {
  expect(put(path, json)).toEqual([finding]);
});

test('generated values fit the schema they are made from', () => {
  const schema = z.strictObject({
    id: z.uuidv7(),
    at: z.iso.datetime({ offset: true }),
    on: z.iso.date().optional(),
    email: z.email(),
    kind: z.enum(['a', 'b']).default('a'),
    many: z.array(z.int().min(2).max(9)).min(1),
    either: z.union([z.strictObject({ a: z.boolean() }), z.strictObject({ b: z.string().min(1).max(5) })]),
  });

  fc.assert(fc.property(arbitraryOf(schema), (value) => schema.safeParse(value).success));
});
