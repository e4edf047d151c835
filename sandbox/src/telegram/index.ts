import type { World, WorldFactory } from '../kit/world.ts';
import { botOf } from './bots.ts';
import { accounts, tokenOf } from './model.ts';
import { botPage } from './page.ts';
import { errorBody } from './refusals.ts';
import { serveBots } from './serve.ts';

/** Telegram: two people's bots with the chats they are in. */
export const createTelegram: WorldFactory = (kit): World => {
  const accountBy = (id: string) => accounts.find((account) => account.id === id);
  return {
    provider: 'telegram',
    title: 'Telegram',
    origins: { 'https://api.telegram.org': serveBots(kit) },
    errorBody,
    accounts: () =>
      accounts.map((account) => ({
        id: account.id,
        title: account.name,
        subtitle: `@${botOf(kit, account).user.username}`,
      })),
    keys: () =>
      accounts.map((account) => ({ method: 'token', title: account.name, key: tokenOf(botOf(kit, account)) })),
    stateOf: (id) => {
      const account = accountBy(id);
      return account && { account, ...botOf(kit, account) };
    },
    pageOf: (id) => botPage(kit, accountBy(id)!),
    // Bot tokens do not run out.
    expireTokens: () => Promise.resolve(0),
    /** As a person does at BotFather: the token ends and another one is given. */
    revokeGrants: (id) => {
      const chosen = accounts.filter((account) => id === undefined || account.id === id);
      for (const account of chosen) botOf(kit, account).tokens += 1;
      kit.store.changed();
      return Promise.resolve(chosen.length);
    },
    reset: () => kit.store.forget('telegram'),
  };
};
