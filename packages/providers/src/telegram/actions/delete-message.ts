import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { chatChoice, chatNamed, chatOf, messageChoice, takeBack, unknowable } from '../calls.ts';

export const deleteMessage = defineAction({
  name: 'delete_message',
  title: 'Delete a message',
  description: 'Takes a message of the last 48 hours away for everyone in the chat; it cannot be brought back.',
  effect: 'destroy',
  idempotent: false,
  needs: ['messages'],
  phrases: ['delete message {messageId}'],
  input: z.strictObject({ chatId: chatChoice, messageId: messageChoice }),
  output: z.object({ messageId: z.string(), chatId: z.string(), deleted: z.literal(true) }),

  before: (context, { chatId }) => chatNamed(context, chatId),

  /** @see https://core.telegram.org/bots/api#deletemessage */
  async run(context, { chatId, messageId }) {
    const chat = String(chatOf(context, chatId));
    await takeBack(context, { chatId: chat, messageId });
    return { messageId, chatId: chat, deleted: true } as const;
  },

  recover: unknowable,

  examples: [{ input: { chatId: '710000001', messageId: '102' } }],
});
