import {
  isAbstractType,
  isObjectType,
  isUnionType,
  Kind,
  SchemaMetaFieldDef,
  TypeNameMetaFieldDef,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  type SelectionNode,
} from 'graphql';

/** Selections that stand for one object, with the directives they stand under. */
export type Selection = SelectionNode;

export interface Selected {
  readonly field: GraphQLField<unknown, unknown>;
  readonly selections: readonly Selection[];
  /** True where it is asked for of some types only, or under `@include` or `@skip`. */
  readonly maybe: boolean;
}

interface Among {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
}

/** The fields asked for of a type, by the name they are answered under. */
export function selectedOf(
  among: Among,
  type: GraphQLCompositeType,
  selections: readonly Selection[],
  maybe = false,
): Map<string, Selected> {
  const found = new Map<string, Selected>();
  for (const selection of selections) {
    const conditional = maybe || (selection.directives ?? []).some(({ name }) => /^(include|skip)$/.test(name.value));
    if (selection.kind === Kind.FIELD) {
      const field = fieldOf(among.schema, type, selection.name.value);
      const own = selection.selectionSet?.selections ?? [];
      if (field)
        merge(found, selection.alias?.value ?? selection.name.value, { field, selections: own, maybe: conditional });
      continue;
    }
    const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? among.fragments.get(selection.name.value) : selection;
    const condition = fragment?.typeCondition ? among.schema.getType(fragment.typeCondition.name.value) : type;
    const applies = fragment && applied(among.schema, type, condition as GraphQLCompositeType);
    if (!applies) continue;
    const inner = selectedOf(among, applies.as, fragment.selectionSet.selections, conditional || applies.maybe);
    for (const [key, one] of inner) merge(found, key, one);
  }
  return found;
}

function merge(found: Map<string, Selected>, key: string, one: Selected): void {
  const known = found.get(key);
  const selections = [...(known?.selections ?? []), ...one.selections];
  found.set(key, { field: one.field, selections, maybe: one.maybe && (known?.maybe ?? true) });
}

/** Whether a fragment on `condition` says something of `type`: always, only sometimes, or never (undefined). */
function applied(
  schema: GraphQLSchema,
  type: GraphQLCompositeType,
  condition: GraphQLCompositeType,
): { as: GraphQLCompositeType; maybe: boolean } | undefined {
  if (type === condition) return { as: type, maybe: false };
  if (isObjectType(type)) {
    return isAbstractType(condition) && schema.isSubType(condition, type) ? { as: type, maybe: false } : undefined;
  }
  return { as: condition, maybe: true };
}

export function fieldOf(
  schema: GraphQLSchema,
  type: GraphQLCompositeType,
  name: string,
): GraphQLField<unknown, unknown> | undefined {
  if (name === TypeNameMetaFieldDef.name) return TypeNameMetaFieldDef;
  if (name === SchemaMetaFieldDef.name && type === schema.getQueryType()) return SchemaMetaFieldDef;
  return isUnionType(type) ? undefined : type.getFields()[name];
}
