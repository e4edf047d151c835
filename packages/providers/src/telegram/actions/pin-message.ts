import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { TelegramChat, titleOf } from '../answers.ts';
import { call, chatChoice, chatOf, receivedChoice } from '../calls.ts';

const Pinned = TelegramChat.extend({ pinned_message: z.object({ message_id: z.int() }).optional() });

export const pinMessage = defineAction({
  name: 'pin_message',
  title: 'Pin a message',
  description:
    'Puts a message at the top of a chat; in groups the bot must be allowed to. Running it twice has one effect.',
  effect: 'write',
  idempotent: true,
  needs: ['messages'],
  phrases: ['pin message {messageId}'],
  input: z.strictObject({
    chatId: chatChoice,
    messageId: receivedChoice,
    silent: z.boolean().default(true).describe('Without telling everyone'),
  }),
  output: z.object({ messageId: z.string(), chatId: z.string() }),

  /** Telegram tells only the newest pinned message. */
  async before(context, { chatId, messageId }) {
    const json = { chat_id: chatOf(context, chatId) };
    const chat = await call(context, 'getChat', { json, idempotent: true }, Pinned);
    return { title: titleOf(chat), pinned: String(chat.pinned_message?.message_id) === messageId };
  },

  /** @see https://core.telegram.org/bots/api#pinchatmessage */
  async run(context, { chatId, messageId, silent }) {
    const chat = chatOf(context, chatId);
    const json = { chat_id: chat, message_id: Number(messageId), disable_notification: silent };
    await call(context, 'pinChatMessage', { json, idempotent: true }, z.literal(true));
    return { messageId, chatId: String(chat) };
  },

  async undo(context, { output, before }) {
    if (before.pinned) return;
    const json = { chat_id: chatOf(context, output.chatId), message_id: Number(output.messageId) };
    await call(context, 'unpinChatMessage', { json, idempotent: true }, z.literal(true));
  },

  examples: [{ input: { chatId: '-1002100000001', messageId: '112' } }],
});
