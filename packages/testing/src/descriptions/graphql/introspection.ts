import type { Access } from './access.ts';

interface Introspected {
  readonly __schema: {
    readonly types: readonly {
      readonly name: string;
      readonly requiredAccess?: string | null;
      readonly fields?: readonly { readonly name: string; readonly requiredAccess?: string | null }[] | null;
    }[];
  };
}

/** An introspection's answer, with the words Shopify adds on who may ask. */
export type GraphqlIntrospection = Introspected | { readonly data: Introspected };

interface Told {
  readonly name: string;
  readonly requiredAccess?: string | null;
}

const told = ({ name, requiredAccess }: Told, prefix = ''): [string, string][] =>
  requiredAccess ? [[prefix + name, requiredAccess]] : [];

export const accessOf = ({ __schema: { types } }: Introspected): Access => ({
  byType: new Map(types.flatMap((type) => told(type))),
  byField: new Map(types.flatMap(({ name, fields }) => (fields ?? []).flatMap((field) => told(field, `${name}.`)))),
});
