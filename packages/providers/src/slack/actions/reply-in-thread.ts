import { messagesSend } from '@switchboard/contracts';
import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { chatChoice, messageChoice } from '../calls.ts';
import { chatNamed } from '../chats.ts';
import { found, post, takeBack } from '../sending.ts';

export const replyInThread = defineAction({
  name: 'reply_in_thread',
  title: 'Reply in a thread',
  description: 'Answers a message in its thread as you. Running it twice answers twice; an answer can be taken back.',
  effect: 'send',
  idempotent: false,
  needs: ['messages'],
  phrases: ['reply {text} to {threadId}'],
  input: z.strictObject({
    chatId: chatChoice.describe('Channel; the default one of the connection unless given'),
    threadId: messageChoice.describe('The message that began the thread'),
    text: z.string().min(1).max(4096).describe('Text'),
    format: z.enum(['plain', 'slack']).default('plain').describe("Plain text, or Slack's marks"),
    alsoToChannel: z.boolean().default(false).describe('Show it in the channel as well'),
  }),
  output: messagesSend.output,

  /** Slack's rules for threads decide whether it is one. */
  before: async (context, { chatId, threadId }) => ({ ...(await chatNamed(context, chatId)), threadId }),

  /** @see https://docs.slack.dev/reference/methods/chat.postMessage */
  run: post,
  recover: found,

  async undo(context, { output }) {
    await takeBack(context, output);
  },

  examples: [{ input: { chatId: 'C0GENERAL01', threadId: '1700000000.000100', text: 'Thank you, Jonas!' } }],
});
