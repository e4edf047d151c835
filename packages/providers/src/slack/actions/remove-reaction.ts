import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { channelOf, chatChoice, messageChoice, refusedFor, write } from '../calls.ts';
import { chatNamed } from '../chats.ts';
import { emoji } from './add-reaction.ts';

export const removeReaction = defineAction({
  name: 'remove_reaction',
  title: 'Take a reaction back',
  description: 'Takes an emoji of yours from under a message. Running it twice has one effect.',
  effect: 'write',
  idempotent: true,
  needs: ['messages'],
  phrases: ['remove my {emoji} from {messageId}'],
  input: z.strictObject({
    chatId: chatChoice.describe('Channel; the default one of the connection unless given'),
    messageId: messageChoice,
    emoji,
  }),
  output: z.object({ messageId: z.string(), chatId: z.string(), removed: z.boolean() }),

  before: (context, { chatId }) => chatNamed(context, chatId),

  /** @see https://docs.slack.dev/reference/methods/reactions.remove */
  async run(context, { chatId, messageId, emoji: name }) {
    const channel = await channelOf(context, chatId);
    try {
      await write(context, 'reactions.remove', { channel, timestamp: messageId, name }, z.object({}), true);
      return { messageId, chatId: channel, removed: true };
    } catch (error) {
      if (refusedFor(error, 'no_reaction')) return { messageId, chatId: channel, removed: false };
      throw error;
    }
  },

  examples: [{ input: { chatId: 'C0GENERAL01', messageId: '1700000000.000200', emoji: 'thumbsup' } }],
});
