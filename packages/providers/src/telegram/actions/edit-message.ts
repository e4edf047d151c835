import { HubError } from '@switchboard/contracts';
import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { call, chatChoice, chatNamed, chatOf, messageChoice, sent, TelegramMessage } from '../calls.ts';

export const editMessage = defineAction({
  name: 'edit_message',
  title: 'Edit a message',
  description: 'Gives a message that the bot sent another text. Running it twice has one effect.',
  effect: 'write',
  idempotent: true,
  needs: ['messages'],
  phrases: ['change message {messageId} to {text}'],
  input: z.strictObject({
    chatId: chatChoice,
    messageId: messageChoice,
    text: z.string().min(1).max(4096).describe('New text'),
  }),
  output: z.object({ messageId: z.string(), chatId: z.string(), url: z.url().optional() }),

  before: (context, { chatId }) => chatNamed(context, chatId),

  /** A text that is there already counts as done. @see https://core.telegram.org/bots/api#editmessagetext */
  async run(context, { chatId, messageId, text }) {
    const chat = chatOf(context, chatId);
    const json = { chat_id: chat, message_id: Number(messageId), text };
    try {
      return sent(await call(context, 'editMessageText', { json, idempotent: true }, TelegramMessage));
    } catch (error) {
      const same = error instanceof HubError && /message is not modified/i.test(error.details.reason ?? '');
      if (same) return { messageId, chatId: String(chat) };
      throw error;
    }
  },

  examples: [{ input: { chatId: '710000001', messageId: '102', text: 'The heating is repaired. Thank you all!' } }],
});
