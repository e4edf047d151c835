import type { ProviderDeclaration } from '@switchboard/provider-kit';
import { asana } from './asana/index.ts';
import { dropbox } from './dropbox/index.ts';
import { google } from './google/index.ts';
import { shopify } from './shopify/index.ts';
import { zoho } from './zoho/index.ts';

/** Every provider the hub knows: one line each. */
export const providers: readonly ProviderDeclaration[] = [google, shopify, zoho, asana, dropbox];
