import type { ProviderDeclaration } from '@switchboard/provider-kit';
import { asana } from './asana/index.ts';
import { box } from './box/index.ts';
import { dropbox } from './dropbox/index.ts';
import { github } from './github/index.ts';
import { google } from './google/index.ts';
import { microsoft } from './microsoft/index.ts';
import { notion } from './notion/index.ts';
import { oauth } from './oauth/index.ts';
import { openai } from './openai/index.ts';
import { rest } from './rest/index.ts';
import { shopify } from './shopify/index.ts';
import { slack } from './slack/index.ts';
import { telegram } from './telegram/index.ts';
import { trello } from './trello/index.ts';
import { zoho } from './zoho/index.ts';
import { todoist } from './todoist/index.ts';

/** Every provider the hub knows: one line each. */
export const providers: readonly ProviderDeclaration[] = [
  google,
  shopify,
  zoho,
  asana,
  dropbox,
  github,
  notion,
  openai,
  rest,
  oauth,
  box,
  telegram,
  todoist,
  trello,
  microsoft,
  slack,
];
