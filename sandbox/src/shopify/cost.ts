import {
  getNamedType,
  isCompositeType,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type GraphQLSchema,
} from 'graphql';

/**
 * What a query costs before it runs: a mutation 10, an object 1, a connection 2 and each of its rows what a row costs.
 * @see https://shopify.dev/docs/api/usage/rate-limits (read 2026-11-21)
 */
export function costOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  variables: Readonly<Record<string, unknown>>,
): number {
  const info = new TypeInfo(schema);
  const rows: number[] = [1];
  let cost = 0;
  visit(
    document,
    visitWithTypeInfo(info, {
      Field: {
        enter(node) {
          const type = getNamedType(info.getType());
          const times = rows.at(-1)!;
          const isConnection = type?.name.endsWith('Connection') ?? false;
          const isMutation = info.getParentType() === schema.getMutationType();
          if (isMutation) cost += 10;
          else if (isConnection) cost += 2 * times;
          else if (isCompositeType(type) && type.name !== 'PageInfo' && !type.name.endsWith('Payload')) cost += times;
          const first = node.arguments?.find(({ name }) => name.value === 'first')?.value;
          const asked =
            first?.kind === 'IntValue'
              ? Number(first.value)
              : first?.kind === 'Variable'
                ? variables[first.name.value]
                : 1;
          rows.push(isConnection ? times * Number(asked ?? 1) : times);
        },
        leave() {
          rows.pop();
        },
      },
    }),
  );
  return cost;
}
