import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { nextOf } from '../answers.ts';
import { chatChoice, cursor, messageChoice, read, readableChannelOf } from '../calls.ts';
import { MessagePage, Shown, shown } from '../messages.ts';

export const readThread = defineAction({
  name: 'read_thread',
  title: 'Read a thread',
  description: 'Reads a message with everything that was answered to it, the oldest first.',
  effect: 'read',
  idempotent: true,
  needs: ['messages.read'],
  phrases: ['read the thread {threadId}'],
  input: z.strictObject({
    chatId: chatChoice.describe('Channel; the default one of the connection unless given'),
    threadId: messageChoice.describe('The message that began the thread'),
    limit: z.int().min(1).max(100).default(50).describe('At most this many'),
    cursor,
  }),
  output: z.object({ messages: z.array(Shown), nextCursor: z.string().optional() }),

  /** @see https://docs.slack.dev/reference/methods/conversations.replies */
  async run(context, { chatId, threadId, limit, cursor: from }) {
    const channel = await readableChannelOf(context, chatId);
    const asked = { channel, ts: threadId, limit, cursor: from };
    const page = await read(context, 'conversations.replies', asked, MessagePage);
    return { messages: await shown(context, page.messages), ...nextOf(page.response_metadata) };
  },

  examples: [{ input: { chatId: 'C0GENERAL01', threadId: '1700000000.000100' } }],
});
