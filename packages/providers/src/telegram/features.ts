import type { ApiKeyDeclaration } from '@switchboard/provider-kit';

/** Telegram knows no scopes: what was chosen is what the hub does. */
export const features = {
  'messages.read': {
    title: 'See chats',
    description: 'See who wrote to the bot in the last day, what they wrote, and what the groups it is in are called.',
    scopes: [],
  },
  messages: {
    title: 'Send messages',
    description: 'Send messages, photos and files as the bot, each time after your yes.',
    scopes: [],
    includes: ['messages.read'],
  },
} satisfies ApiKeyDeclaration['features'];
