import {
  buildSchema,
  defaultFieldResolver,
  execute,
  getNamedType,
  GraphQLError,
  isObjectType,
  parse,
  validate,
  type DocumentNode,
  type FieldDefinitionNode,
  type GraphQLFieldResolver,
  type GraphQLNamedType,
  type ObjectTypeDefinitionNode,
} from 'graphql';
import type { Context } from './context.ts';
import { refused } from './context.ts';
import { customerMutations } from './mutations/customers.ts';
import { draftMutations } from './mutations/drafts.ts';
import { orderMutations } from './mutations/orders.ts';
import { productMutations } from './mutations/products.ts';
import { stockMutations } from './mutations/stock.ts';
import { queries } from './queries.ts';
import { keeping } from './sdl/keeping.ts';
import { roots } from './sdl/roots.ts';
import { selling } from './sdl/selling.ts';

/** The part of the GraphQL Admin API that the sandbox serves. */
export const schema = buildSchema(roots + selling + keeping);

const resolvers = {
  ...queries,
  ...orderMutations,
  ...draftMutations,
  ...productMutations,
  ...customerMutations,
  ...stockMutations,
};

type Node = ObjectTypeDefinitionNode | FieldDefinitionNode | undefined | null;

/** The scopes of which one is needed, by the `@access` of a type or field. */
export function accessOf(node: Node): readonly string[] | undefined {
  const directive = node?.directives?.find(({ name }) => name.value === 'access');
  const value = directive?.arguments?.[0]?.value;
  return value?.kind === 'ListValue'
    ? value.values.flatMap((one) => (one.kind === 'StringValue' ? one.value : []))
    : undefined;
}

/** What a connection lists; any other type is itself. */
function rowOf(type: GraphQLNamedType): GraphQLNamedType {
  const nodes = isObjectType(type) && type.name.endsWith('Connection') ? type.getFields().nodes : undefined;
  return nodes ? getNamedType(nodes.type) : type;
}

/** Refuses a field whose scopes the token lacks, by the field itself or by the type it answers. */
const guarded: GraphQLFieldResolver<unknown, Context> = (source, args, context, info) => {
  const field = info.parentType.getFields()[info.fieldName]!;
  for (const node of [field.astNode, rowOf(getNamedType(field.type)).astNode as Node]) {
    const needed = accessOf(node);
    if (!needed || needed.some((scope) => context.scopes.has(scope))) continue;
    const words = needed.map((scope) => `\`${scope}\``).join(' or ');
    throw refused(
      'ACCESS_DENIED',
      `Access denied for ${info.fieldName} field. Required access: ${words} access scope.`,
      {
        documentation: 'https://shopify.dev/api/usage/access-scopes',
        requiredAccess: `${words} access scope.`,
      },
    );
  }
  return defaultFieldResolver(source, args, context, info);
};

export type Read = { readonly document: DocumentNode } | { readonly errors: readonly GraphQLError[] };

/** A query read and checked against the schema. */
export function read(query: string): Read {
  try {
    const document = parse(query, { maxTokens: 5000 });
    const errors = validate(schema, document);
    return errors.length > 0 ? { errors } : { document };
  } catch (error) {
    if (error instanceof GraphQLError) return { errors: [error] };
    throw error;
  }
}

/** Runs a query that was read before. */
export const run = (document: DocumentNode, variableValues: Readonly<Record<string, unknown>>, contextValue: Context) =>
  execute({ schema, document, rootValue: resolvers, variableValues, contextValue, fieldResolver: guarded });
