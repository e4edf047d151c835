import { mailArchive } from '@switchboard/contracts';
import { defineAction } from '@switchboard/provider-kit';
import { changeLabels, readLabels, restoreLabels } from '../mail/labels.ts';

export const archiveMessages = defineAction({
  name: 'archive_messages',
  title: 'Archive messages',
  description: 'Takes messages out of the inbox; they stay in all mail.',
  fulfils: mailArchive,
  effect: 'write',
  idempotent: true,
  needs: ['mail.modify'],
  phrases: ['archive {messageIds}'],
  input: mailArchive.input,
  output: mailArchive.output,

  before: (context, { messageIds }) => readLabels(context, messageIds),

  /** @see https://developers.google.com/workspace/gmail/api/reference/rest/v1/users.messages/batchModify */
  async run(context, { messageIds }) {
    await changeLabels(context, messageIds, [], ['INBOX']);
    return { messageIds };
  },

  undo: (context, { before }) => restoreLabels(context, before, ['INBOX']),

  examples: [{ input: { messageIds: ['ada0000000000002'] } }],
});
