import type { ProviderDeclaration } from '@switchboard/provider-kit';
import { google } from './google/index.ts';
import { shopify } from './shopify/index.ts';

/** Every provider the hub knows: one line each. */
export const providers: readonly ProviderDeclaration[] = [google, shopify];
