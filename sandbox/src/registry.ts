import { createAsana } from './asana/index.ts';
import { createDropbox } from './dropbox/index.ts';
import { createGoogle } from './google/index.ts';
import type { WorldFactory } from './kit/world.ts';
import { createShopify } from './shopify/index.ts';
import { createZoho } from './zoho/index.ts';

/** One line per provider. */
export const worlds: readonly WorldFactory[] = [createGoogle, createShopify, createZoho, createAsana, createDropbox];
