import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { TelegramChat, toChat } from '../answers.ts';
import { call, chatChoice, chatOf } from '../calls.ts';

const FullChat = TelegramChat.extend({
  bio: z.string().optional(),
  description: z.string().optional(),
  invite_link: z.url().optional(),
});

export const getChat = defineAction({
  name: 'get_chat',
  title: 'Look at a chat',
  description: 'Tells the name and description of a chat, and how many people are in it.',
  effect: 'read',
  idempotent: true,
  needs: ['messages.read'],
  phrases: ['about the chat {chatId}', 'how many are in {chatId}'],
  input: z.strictObject({ chatId: chatChoice }),
  output: z.object({
    id: z.string(),
    title: z.string(),
    kind: z.enum(['person', 'group', 'channel']).optional(),
    username: z.string().optional(),
    about: z.string().optional(),
    inviteUrl: z.url().optional(),
    members: z.int().nonnegative(),
  }),

  /** @see https://core.telegram.org/bots/api#getchat */
  async run(context, { chatId }) {
    const request = { json: { chat_id: chatOf(context, chatId) }, idempotent: true };
    const chat = await call(context, 'getChat', request, FullChat);
    const members = await call(context, 'getChatMemberCount', request, z.int().nonnegative());
    const { username, description, bio, invite_link: inviteUrl } = chat;
    return { ...toChat(chat), username, about: description ?? bio, inviteUrl, members };
  },

  examples: [{ input: { chatId: '-1002100000001' } }, { title: 'A person', input: { chatId: '710000001' } }],
});
