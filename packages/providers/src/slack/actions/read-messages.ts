import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { nextOf } from '../answers.ts';
import { chatChoice, cursor, read, readableChannelOf } from '../calls.ts';
import { MessagePage, Shown, shown } from '../messages.ts';

export const readMessages = defineAction({
  name: 'read_messages',
  title: 'Read a channel',
  description: 'Reads the messages of a channel or of the direct messages with someone, the newest first.',
  effect: 'read',
  idempotent: true,
  needs: ['messages.read'],
  phrases: ['read {chatId}', 'what is new in {chatId}'],
  input: z.strictObject({
    chatId: chatChoice.describe('Channel; the default one of the connection unless given'),
    after: z.iso.datetime({ offset: true }).describe('Only what was written after').optional(),
    limit: z.int().min(1).max(100).default(30).describe('At most this many'),
    cursor,
  }),
  output: z.object({ messages: z.array(Shown), nextCursor: z.string().optional() }),

  /** @see https://docs.slack.dev/reference/methods/conversations.history */
  async run(context, { chatId, after, limit, cursor: from }) {
    const oldest = after === undefined ? undefined : (Date.parse(after) / 1000).toFixed(6);
    const channel = await readableChannelOf(context, chatId);
    const page = await read(context, 'conversations.history', { channel, oldest, limit, cursor: from }, MessagePage);
    return { messages: await shown(context, page.messages), ...nextOf(page.response_metadata) };
  },

  examples: [
    { input: { chatId: 'C0HARBORLINE' } },
    { title: 'The latest', input: { chatId: 'C0GENERAL01', limit: 1 } },
  ],
});
