import { newId, refused, type Context } from '../context.ts';
import type { Product } from '../model.ts';

export interface MetafieldInput {
  readonly key?: string | null;
  readonly namespace?: string | null;
  readonly type?: string | null;
  readonly value?: string | null;
}

/** Fields of apps as they are kept; without a namespace they are the app's own. @throws GraphQLError for one without key, type or value. */
export function metafieldsOf(
  context: Context,
  inputs: readonly MetafieldInput[] | null | undefined,
): Product['metafields'] {
  return Object.fromEntries(
    (inputs ?? []).map(({ key, namespace, type, value }) => {
      if (!key || !/^[\w-]{2,64}$/.test(key) || !type || !value)
        throw refused('BAD_REQUEST', 'A metafield needs a key of 2 to 64 letters, a type and a value.');
      return [`${namespace ?? 'app'}.${key}`, { id: newId(context), type, value }];
    }),
  );
}
