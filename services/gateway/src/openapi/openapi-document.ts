import type { ActionView, RouteDefinition } from '@switchboard/contracts';
import * as contracts from '@switchboard/contracts';
import { embeddable, namedSchemas } from './json-schema.ts';
import { operationOf, problem, proxyOperations } from './operations.ts';

type Json = Record<string, unknown>;
/** What is printed of an action. */
export type PrintedAction = Pick<
  ActionView,
  'ref' | 'title' | 'description' | 'effect' | 'needs' | 'input' | 'output' | 'examples'
> & { readonly provider: string };

/** Every declared route, in the order of the declarations. */
export const declaredRoutes: readonly RouteDefinition[] = Object.values(contracts as Json).filter(isRoute);

function isRoute(value: unknown): value is RouteDefinition {
  return typeof value === 'object' && value !== null && (value as { kind?: unknown }).kind === 'route';
}

/** OpenAPI 3.1 of the whole API: each declared route, and one exact path for each action of each provider. */
export function openApiDocument(actions: readonly PrintedAction[], serverUrl: string): Json {
  const paths: Record<string, Json> = {};
  const add = (path: string, operations: Json): void => {
    paths[path] = { ...paths[path], ...operations };
  };
  for (const route of declaredRoutes) add(templateOf(route.path), { [route.method.toLowerCase()]: operationOf(route) });
  add(templateOf(contracts.proxyPath.replace('*', ':path')), proxyOperations());
  for (const action of actions) {
    add(`/api/v1/actions/${action.ref}`, { post: actionOperation(action, false) });
    add(`/api/v1/connections/{connectionId}/actions/${action.ref}`, { post: actionOperation(action, true) });
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Switchboard',
      version: '1',
      description: 'Connected accounts, their actions and the assistant. Errors are RFC 9457 problem documents.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: serverUrl }],
    security: [{ apiKey: [] }, { session: [] }],
    paths,
    components: {
      securitySchemes: {
        apiKey: { type: 'http', scheme: 'bearer', description: 'An API key: `swb_…`.' },
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: '__Host-swb-session',
          description: 'With the header `X-Switchboard: 1`.',
        },
      },
      schemas: namedSchemas({ paths, problem }),
      responses: { Problem: problem },
    },
  };
}

const templateOf = (path: string): string => path.replaceAll(/:(\w+)/g, '{$1}');

function actionOperation(action: PrintedAction, onConnection: boolean): Json {
  const { ref, title, description, effect, input, output, needs, provider, examples } = action;
  const [example] = examples;
  return {
    operationId: onConnection ? `${ref}_on_connection` : ref,
    summary: title,
    description: `${description}\n\nEffect: ${effect}. Needs: ${needs.join(', ') || 'nothing'}.`,
    tags: [provider],
    ...(onConnection ? { parameters: [connectionParameter] } : {}),
    requestBody: {
      required: true,
      content: { 'application/json': { schema: embeddable(input), ...(example === undefined ? {} : { example }) } },
    },
    responses: {
      200: { description: 'Done.', content: { 'application/json': { schema: embeddable(output) } } },
      default: { $ref: '#/components/responses/Problem' },
    },
  };
}

const connectionParameter = {
  name: 'connectionId',
  in: 'path',
  required: true,
  schema: { type: 'string', format: 'uuid' },
};
