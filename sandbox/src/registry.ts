import { createAsana } from './asana/index.ts';
import { createBox } from './box/index.ts';
import { createDropbox } from './dropbox/index.ts';
import { createGithub } from './github/index.ts';
import { createGoogle } from './google/index.ts';
import { createTodoist } from './todoist/index.ts';
import type { WorldFactory } from './kit/world.ts';
import { createMicrosoft } from './microsoft/index.ts';
import { createNotion } from './notion/index.ts';
import { createOauth } from './oauth/index.ts';
import { createOpenai } from './openai/index.ts';
import { createRest } from './rest/index.ts';
import { createShopify } from './shopify/index.ts';
import { createSlack } from './slack/index.ts';
import { createTelegram } from './telegram/index.ts';
import { createTrello } from './trello/index.ts';
import { createZoho } from './zoho/index.ts';

/** One line per provider. */
export const worlds: readonly WorldFactory[] = [
  createGoogle,
  createShopify,
  createZoho,
  createAsana,
  createDropbox,
  createGithub,
  createNotion,
  createOpenai,
  createRest,
  createOauth,
  createBox,
  createTelegram,
  createTodoist,
  createTrello,
  createMicrosoft,
  createSlack,
];
