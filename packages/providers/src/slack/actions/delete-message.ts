import { HubError } from '@switchboard/contracts';
import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { channelOf, chatChoice, messageChoice, read } from '../calls.ts';
import { chatNamed } from '../chats.ts';
import { takeBack } from '../sending.ts';

export const deleteMessage = defineAction({
  name: 'delete_message',
  title: 'Delete a message',
  description: 'Takes a message of yours away for everyone; it cannot be brought back.',
  effect: 'destroy',
  idempotent: false,
  needs: ['messages'],
  phrases: ['delete my message {messageId}'],
  input: z.strictObject({
    chatId: chatChoice.describe('Channel; the default one of the connection unless given'),
    messageId: messageChoice,
  }),
  output: z.object({ messageId: z.string(), chatId: z.string(), deleted: z.literal(true) }),

  before: (context, { chatId }) => chatNamed(context, chatId),

  /** @see https://docs.slack.dev/reference/methods/chat.delete */
  async run(context, { chatId, messageId }) {
    const channel = await channelOf(context, chatId);
    await takeBack(context, { chatId: channel, messageId });
    return { messageId, chatId: channel, deleted: true } as const;
  },

  /** A message that has no link any more is gone. */
  async recover(context, { chatId, messageId }) {
    const channel = await channelOf(context, chatId);
    try {
      await read(context, 'chat.getPermalink', { channel, message_ts: messageId }, z.object({}));
      return undefined;
    } catch (error) {
      const gone = error instanceof HubError && error.details.reason === 'message_not_found';
      if (gone) return { messageId, chatId: channel, deleted: true } as const;
      throw error;
    }
  },

  examples: [{ input: { chatId: 'C0GENERAL01', messageId: '1700000000.000300' } }],
});
