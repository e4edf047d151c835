import { getNamedType, isCompositeType, type GraphQLCompositeType } from 'graphql';
import { selectedOf, type Selection } from './selection.ts';

/** What an introspection says of access, beside what GraphQL itself knows. */
export interface Access {
  readonly byType: ReadonlyMap<string, string>;
  /** By `Type.field`. */
  readonly byField: ReadonlyMap<string, string>;
}

/** One scope of a gate is enough; a right to write includes the right to read. */
export function gateOf(words: string): readonly string[] {
  const [scopes = ''] = words.split('Also:');
  const named = [...scopes.matchAll(/`((?:read|write)_\w+)`/g)].map(([, scope]) => scope!);
  return [...new Set(named.flatMap((scope) => [scope, scope.replace(/^read_/, 'write_')]))];
}

/** The gates a selection passes: those of the fields asked for, and of the types they are asked of. */
export function gatesOf(
  among: Parameters<typeof selectedOf>[0] & { readonly access: Access },
  type: GraphQLCompositeType,
  selections: readonly Selection[],
): (readonly string[])[] {
  const { access } = among;
  const own = access.byType.get(type.name);
  const members = [...selectedOf(among, type, selections)].flatMap(([, { field, selections: asked }]) => {
    const gate = access.byField.get(`${type.name}.${field.name}`);
    const answered = getNamedType(field.type);
    const below = isCompositeType(answered) ? gatesOf(among, answered, asked) : [];
    return [...(gate ? [gateOf(gate)] : []), ...below];
  });
  return [...(own ? [gateOf(own)] : []), ...members].filter((gate) => gate.length > 0);
}

/** Every smallest set of scopes that passes all gates. */
export function scopeSets(gates: readonly (readonly string[])[]): string[][] {
  let sets: string[][] = [[]];
  for (const gate of gates) {
    const grown = sets.flatMap((set) =>
      gate.some((scope) => set.includes(scope)) ? [set] : gate.map((scope) => [...set, scope]),
    );
    const unique = new Map(grown.map((set) => [set.toSorted().join(' '), set]));
    sets = [...unique.values()];
  }
  return sets;
}
