import { createGoogle } from './google/index.ts';
import type { WorldFactory } from './kit/world.ts';
import { createShopify } from './shopify/index.ts';

/** One line per provider. */
export const worlds: readonly WorldFactory[] = [createGoogle, createShopify];
