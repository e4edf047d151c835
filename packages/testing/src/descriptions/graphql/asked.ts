import {
  getOperationAST,
  getVariableValues,
  Kind,
  parse,
  validate,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import type { DescribedAnswer, DescribedRequest } from '../api-description.ts';
import { isJson, jsonOf, mediaTypeOf } from '../body.ts';
import { selectionFindings } from './answer.ts';
import { selectedOf } from './selection.ts';

export interface Asked {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** What a request asks. @throws Error where it is no GraphQL request. */
export function askedOf(request: DescribedRequest): Asked {
  if (!isJson(mediaTypeOf(request))) throw new Error(`content type ${mediaTypeOf(request) || 'none'}`);
  const body = (jsonOf(request) ?? {}) as Readonly<Record<string, unknown>>;
  const unknown = Object.keys(body).find(
    (name) => !['query', 'variables', 'operationName', 'extensions'].includes(name),
  );
  if (unknown !== undefined) throw new Error(`unknown field ${unknown}`);
  const document = parse(String(body['query']));
  const name = typeof body['operationName'] === 'string' ? body['operationName'] : undefined;
  const operation = getOperationAST(document, name);
  if (!operation) throw new Error('no single operation');
  return { document, operation, variables: (body['variables'] ?? {}) as Asked['variables'] };
}

export function attempt<T>(work: () => T): T | string {
  try {
    return work();
  } catch (error) {
    return `graphql: ${(error as Error).message}`;
  }
}

export const rootOf = (schema: GraphQLSchema, { operation }: Asked): GraphQLObjectType =>
  schema.getRootType(operation.operation)!;

export const fragmentsOf = ({ document }: Asked): ReadonlyMap<string, FragmentDefinitionNode> =>
  new Map(
    document.definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one]] : [])),
  );

export const fieldsOf = (schema: GraphQLSchema, asked: Asked): string[] => {
  const among = { schema, fragments: fragmentsOf(asked) };
  const selected = selectedOf(among, rootOf(schema, asked), asked.operation.selectionSet.selections);
  return [...selected.values()].map(({ field }) => `${asked.operation.operation} ${field.name}`);
};

export function requestFindings(
  schema: GraphQLSchema,
  asked: Asked,
  { url }: DescribedRequest,
  version = '',
): string[] {
  const at = fieldsOf(schema, asked).join(', ') || 'graphql';
  const { document, operation, variables } = asked;
  const declared = (operation.variableDefinitions ?? []).map(({ variable }) => variable.name.value);
  const invalid = validate(schema, document).map(({ message }) => message);
  const { errors = [] } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
  return [
    ...[...url.searchParams.keys()].map((name) => `unknown parameter ${name}`),
    ...Object.keys(variables)
      .filter((name) => !declared.includes(name))
      .map((name) => `unknown variable ${name}`),
    ...invalid,
    ...(invalid.length > 0 ? [] : errors).map(({ message }) => message),
    ...keyFindings(schema, asked, version),
  ].map((finding) => `${at}: ${finding}`);
}

/** A mutation may want an idempotency key; its description tells since which version. */
function keyFindings(schema: GraphQLSchema, asked: Asked, version: string): string[] {
  return asked.operation.selectionSet.selections.flatMap((selection) => {
    if (selection.kind !== Kind.FIELD) return [];
    const told = rootOf(schema, asked).getFields()[selection.name.value]?.description ?? '';
    const since = /As of version `(\d{4}-\d\d)`, the idempotency key is required/.exec(told)?.[1];
    const keyed = (selection.directives ?? []).some(({ name }) => name.value === 'idempotent');
    return since !== undefined && since <= version && !keyed ? ['needs the @idempotent directive'] : [];
  });
}

export function answerFindings(schema: GraphQLSchema, asked: Asked, answer: DescribedAnswer): string[] {
  const at = `${fieldsOf(schema, asked).join(', ')} answer`;
  const body = attempt(() => jsonOf(answer));
  if (typeof body !== 'object' || body === null) return [`${at}: no object`];
  const { data, errors, ...others } = body as Readonly<Record<string, unknown>>;
  const unknown = Object.keys(others)
    .filter((name) => name !== 'extensions')
    .map((name) => `${at}: unknown field ${name}`);
  const wrong = errors === undefined || isErrors(errors) ? [] : [`${at}: errors are no list of messages`];
  if (data === undefined || data === null)
    return [...unknown, ...wrong, ...(errors === undefined ? [`${at}: no data`] : [])];
  const against = { schema, fragments: fragmentsOf(asked) };
  const type = rootOf(schema, asked);
  return [...unknown, ...wrong, ...selectionFindings(against, type, asked.operation.selectionSet.selections, data, at)];
}

const isErrors = (errors: unknown): boolean =>
  Array.isArray(errors) &&
  errors.length > 0 &&
  errors.every((one) => typeof (one as { message?: unknown } | null)?.message === 'string');
