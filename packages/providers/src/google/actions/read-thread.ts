import { mailReadThread } from '@switchboard/contracts';
import { defineAction } from '@switchboard/provider-kit';
import { labelNames } from '../mail/labels.ts';
import { fetchThread } from '../mail/messages.ts';
import { toMessage } from '../mail/parse.ts';

export const readThread = defineAction({
  name: 'read_thread',
  title: 'Read a thread',
  description: 'Reads every message of a thread, oldest first.',
  fulfils: mailReadThread,
  effect: 'read',
  idempotent: true,
  needs: ['mail.read'],
  phrases: ['read the thread {threadId}', 'the conversation {threadId}'],
  input: mailReadThread.input,
  output: mailReadThread.output,

  /** @see https://developers.google.com/workspace/gmail/api/reference/rest/v1/users.threads/get */
  async run(context, { threadId }) {
    const messages = await fetchThread(context, threadId);
    const names = await labelNames(context, messages);
    return { threadId, messages: messages.map((message) => toMessage(message, names)) };
  },

  examples: [{ input: { threadId: 'ada0000000000001' } }],
});
