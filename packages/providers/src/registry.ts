import type { ProviderDeclaration } from '@switchboard/provider-kit';

/** One line per provider, in the order in which they are offered. */
const folders = await Promise.all([
  import('./google/index.ts'),
  import('./shopify/index.ts'),
  import('./zoho/index.ts'),
  import('./asana/index.ts'),
  import('./dropbox/index.ts'),
  import('./github/index.ts'),
  import('./notion/index.ts'),
  import('./openai/index.ts'),
  import('./rest/index.ts'),
  import('./oauth/index.ts'),
  import('./box/index.ts'),
  import('./telegram/index.ts'),
  import('./todoist/index.ts'),
  import('./trello/index.ts'),
  import('./microsoft/index.ts'),
  import('./slack/index.ts'),
]);

/** Every provider the hub knows: what the folders declare. */
export const providers: readonly ProviderDeclaration[] = folders.flatMap((folder) => Object.values(folder));
