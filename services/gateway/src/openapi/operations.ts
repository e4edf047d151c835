import { proxyCall, type RouteDefinition } from '@switchboard/contracts';
import type { z } from 'zod';
import { jsonSchemaOf } from './json-schema.ts';

type Json = Record<string, unknown>;

export const problem = {
  description: 'What went wrong, as a problem document (RFC 9457).',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

/** One route as OpenAPI prints it. */
export function operationOf(route: RouteDefinition): Json {
  const { title, permission, fresh, method, path } = route;
  return {
    operationId: `${method.toLowerCase()}${path.replace('/api/v1', '').replaceAll(/[/:-]+(\w)/g, (_, one: string) => one.toUpperCase())}`,
    summary: title,
    description: describe(permission, fresh),
    tags: [path.split('/')[3] ?? 'hub'],
    ...(permission === 'public' ? { security: [] } : {}),
    parameters: [...parametersOf(route.params, 'path'), ...parametersOf(route.query, 'query'), ...keyParameter(route)],
    ...bodyOf(route),
    responses: { [String(route.status)]: answerOf(route), default: { $ref: '#/components/responses/Problem' } },
  };
}

const describe = (permission: string, fresh?: boolean): string =>
  permission === 'public'
    ? 'Open to everyone.'
    : `Needs ${permission === 'self' ? 'a session or an API key' : `the permission \`${permission}\``}${fresh ? ', and a sign-in under five minutes old' : ''}.`;

function parametersOf(schema: z.ZodObject, place: 'path' | 'query'): Json[] {
  const { properties = {}, required = [] } = jsonSchemaOf(schema, 'input') as {
    properties?: Record<string, Json>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, { description, ...inner }]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    ...(description === undefined ? {} : { description }),
    schema: inner,
  }));
}

const keyParameter = ({ method, streams }: RouteDefinition): Json[] =>
  method === 'GET' || streams
    ? []
    : [
        {
          name: 'Idempotency-Key',
          in: 'header',
          required: false,
          description: 'The same key and body within 24 hours get the first answer again.',
          schema: { type: 'string', maxLength: 255 },
        },
      ];

function bodyOf({ body, streams }: RouteDefinition): Json {
  if (streams === 'request' || streams === 'both')
    return { requestBody: { required: true, content: { '*/*': { schema: { type: 'string', format: 'binary' } } } } };
  if (!body) return {};
  return { requestBody: { required: true, content: { 'application/json': { schema: jsonSchemaOf(body, 'input') } } } };
}

function answerOf({ reply, streams, path }: RouteDefinition): Json {
  const json = { 'application/json': { schema: jsonSchemaOf(reply, 'output') } };
  const events = { 'text/event-stream': { schema: { type: 'string' } } };
  if (streams !== 'response') return { description: 'Done.', content: json };
  if (path.includes('/files/'))
    return { description: 'The bytes.', content: { '*/*': { schema: { type: 'string', format: 'binary' } } } };
  return { description: 'Done.', content: path.endsWith('/events') ? events : { ...events, ...json } };
}

/** The proxy takes every method and passes bytes through. */
export function proxyOperations(): Json {
  const bytes = { '*/*': { schema: { type: 'string', format: 'binary' } } };
  const parameters = [
    { name: 'connectionId', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } },
    {
      name: 'path',
      in: 'path',
      required: true,
      description: 'Path and query at the provider.',
      schema: { type: 'string' },
    },
  ];
  return Object.fromEntries(
    proxyCall.parameters.shape.method.options.map((method) => [
      method.toLowerCase(),
      {
        operationId: `proxy${method}`,
        summary: 'A raw call on the provider with the account’s credential',
        description: describe(proxyCall.permission),
        tags: ['proxy'],
        parameters,
        ...(method === 'GET' || method === 'HEAD' ? {} : { requestBody: { required: false, content: bytes } }),
        responses: {
          200: { description: 'Whatever the provider answers, with its status.', content: bytes },
          default: { $ref: '#/components/responses/Problem' },
        },
      },
    ]),
  );
}
