import { mailReadThread } from '@switchboard/contracts';
import { defineAction } from '@switchboard/provider-kit';
import { readConversation } from '../mail/calls.ts';
import { folderNames } from '../mail/folders.ts';
import { toMessage } from '../mail/parse.ts';

export const readThread = defineAction({
  name: 'read_thread',
  title: 'Read a conversation',
  description: 'Reads every message of a conversation in whatever folders they lie, oldest first.',
  fulfils: mailReadThread,
  effect: 'read',
  idempotent: true,
  needs: ['mail.read'],
  phrases: ['read the thread {threadId}', 'the conversation {threadId}'],
  input: mailReadThread.input,
  output: mailReadThread.output,

  /** @see https://learn.microsoft.com/graph/api/user-list-messages (read 2026-11-21) */
  async run(context, { threadId }) {
    const read = await readConversation(context, threadId);
    const names = await folderNames(
      context,
      read.map(({ message }) => message),
    );
    return { threadId, messages: read.map((one) => toMessage(one, names)) };
  },

  examples: [{ input: { threadId: 'AAQkAdaExport' } }],
});
