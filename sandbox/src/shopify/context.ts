import { GraphQLError } from 'graphql';
import type { SandboxKit } from '../kit/world.ts';
import type { Shop } from './model.ts';

/** What every resolver gets: one shop, what the token may do, and the time. */
export interface Context {
  readonly kit: SandboxKit;
  readonly shop: Shop;
  readonly scopes: ReadonlySet<string>;
  readonly now: string;
}

/** A refusal in `errors`, with Shopify's code. */
export const refused = (code: string, message: string, more: Record<string, unknown> = {}): GraphQLError =>
  new GraphQLError(message, { extensions: { code, ...more } });

export interface UserError {
  readonly field: readonly string[] | null;
  readonly message: string;
  readonly code?: string;
}

/** Why a mutation did nothing, in its `userErrors`. */
export const userError = (field: string | null, message: string, code?: string): { userErrors: UserError[] } => ({
  userErrors: [{ field: field === null ? null : field.split('.'), message, ...(code && { code }) }],
});

export const done = { userErrors: [] as UserError[] };

/** A new number, unique in all shops. */
export function newId({ shop, kit }: Context): number {
  kit.store.changed();
  return shop.nextId++;
}
