import { messagesSend } from '@switchboard/contracts';
import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { chatChoice } from '../calls.ts';
import { chatNamed } from '../chats.ts';
import { found, post, takeBack } from '../sending.ts';

export const sendMessage = defineAction({
  name: 'send_message',
  title: 'Send a message',
  description: 'Writes a message to a channel or a person as you. Running it twice sends two; one can be taken back.',
  fulfils: messagesSend,
  effect: 'send',
  idempotent: false,
  needs: ['messages'],
  phrases: ['tell {chatId} {text}', 'post {text} in {chatId}', 'write to {chatId} on slack: {text}'],
  input: messagesSend.input.extend({
    chatId: chatChoice,
    format: z.enum(['plain', 'slack']).default('plain').describe("Plain text, or Slack's marks as *bold* and <@U…>"),
  }),
  output: messagesSend.output,

  before: (context, { chatId }) => chatNamed(context, chatId),

  /** @see https://docs.slack.dev/reference/methods/chat.postMessage */
  run: post,
  recover: found,

  async undo(context, { output }) {
    await takeBack(context, output);
  },

  examples: [
    { input: { chatId: 'C0HARBORLINE', text: 'The dry run starts in ten minutes.' } },
    { title: 'To a person', input: { chatId: 'U0JONASWELD', text: 'Hello *Jonas*', format: 'slack' } },
  ],
});
