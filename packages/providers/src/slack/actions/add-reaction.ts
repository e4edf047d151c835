import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { channelOf, chatChoice, messageChoice, refusedFor, write } from '../calls.ts';
import { chatNamed } from '../chats.ts';

export const emoji = z
  .string()
  .regex(/^[\p{L}\p{N}_'+-]{1,100}(::skin-tone-[2-6])?$/u)
  .describe("Slack's name of the emoji, as thumbsup");

export const addReaction = defineAction({
  name: 'add_reaction',
  title: 'React to a message',
  description: 'Puts an emoji under a message as you. Running it twice has one effect.',
  effect: 'write',
  idempotent: true,
  needs: ['messages'],
  phrases: ['react to {messageId} with {emoji}'],
  input: z.strictObject({
    chatId: chatChoice.describe('Channel; the default one of the connection unless given'),
    messageId: messageChoice,
    emoji,
  }),
  output: z.object({ messageId: z.string(), chatId: z.string(), added: z.boolean() }),

  before: (context, { chatId }) => chatNamed(context, chatId),

  /** @see https://docs.slack.dev/reference/methods/reactions.add */
  async run(context, { chatId, messageId, emoji: name }) {
    const channel = await channelOf(context, chatId);
    try {
      await write(context, 'reactions.add', { channel, timestamp: messageId, name }, z.object({}), true);
      return { messageId, chatId: channel, added: true };
    } catch (error) {
      if (refusedFor(error, 'already_reacted')) return { messageId, chatId: channel, added: false };
      throw error;
    }
  },

  async undo(context, { input, output }) {
    const { chatId: channel, messageId: timestamp, added } = output;
    if (added) await write(context, 'reactions.remove', { channel, timestamp, name: input.emoji }, z.object({}), true);
  },

  examples: [{ input: { chatId: 'C0GENERAL01', messageId: '1700000000.000100', emoji: 'tada' } }],
});
