import { mailRead } from '@switchboard/contracts';
import { defineAction } from '@switchboard/provider-kit';
import { messageChoice } from '../../shared/mail/choices.ts';
import { readMessage as fetchWhole } from '../mail/calls.ts';
import { folderNames } from '../mail/folders.ts';
import { toMessage } from '../mail/parse.ts';

export const readMessage = defineAction({
  name: 'read_message',
  title: 'Read a message',
  description: 'Reads one message: its people, text, HTML and the attachments it has. It stays unread.',
  fulfils: mailRead,
  effect: 'read',
  idempotent: true,
  needs: ['mail.read'],
  phrases: ['read {messageId}', 'open {messageId}'],
  input: mailRead.input.extend({ messageId: messageChoice('microsoft') }),
  output: mailRead.output,

  /** @see https://learn.microsoft.com/graph/api/message-get (read 2026-11-21) */
  async run(context, { messageId }) {
    const read = await fetchWhole(context, messageId);
    return toMessage(read, await folderNames(context, [read.message]));
  },

  examples: [{ input: { messageId: 'AAkAda01' } }],
});
