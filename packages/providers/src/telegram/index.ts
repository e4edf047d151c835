import { apiKey, defineProvider } from '@switchboard/provider-kit';
import { actions } from './actions.ts';
import { explain } from './explain.ts';
import { features } from './features.ts';
import { settings } from './settings.ts';

/** A bot of a person's own; there is no OAuth. @see https://core.telegram.org/bots/api read on 2026-11-21 */
export const telegram = defineProvider({
  id: 'telegram',
  title: 'Telegram',
  description: 'Messages, photos and files from a Telegram bot of yours.',
  docsUrl: 'https://core.telegram.org/bots/api',
  accountUrl: 'https://t.me/BotFather',
  settings,
  auth: {
    token: apiKey({
      title: 'Bot token',
      note: 'With the token of a bot that you made with BotFather. The bot writes as itself, to people who wrote to it first and to groups it is in.',
      use: { in: 'path', prefix: '/bot', after: ['/file'] },
      keyTitle: 'Bot token',
      keyHint:
        'Write /newbot to @BotFather in Telegram; the token is in its answer. For a bot you have, write /mybots.',
      keyPattern: String.raw`^\d{6,12}:[\w-]{30,64}$`,
      identity: {
        endpoint: 'https://api.telegram.org/getMe',
        subject: '/result/id',
        name: '/result/first_name',
        mustSay: { '/ok': true },
      },
      features,
      revokeByHand:
        'Write /revoke to @BotFather in Telegram and choose the bot: its token ends, and a new one is given.',
    }),
  },
  api: {
    baseUrl: 'https://api.telegram.org',
    hosts: ['https://api.telegram.org'],
    // About 30 messages a second over all chats: https://core.telegram.org/bots/faq, read on 2026-11-21.
    perSecond: 30,
  },
  explain,
  actions,
});
