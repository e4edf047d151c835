import { mailRestore } from '@switchboard/contracts';
import { defineAction } from '@switchboard/provider-kit';
import { changeLabels, readLabels, restoreLabels } from '../mail/labels.ts';

export const restoreMessages = defineAction({
  name: 'restore_messages',
  title: 'Take messages out of the bin',
  description: 'Takes messages out of the bin and back into the inbox.',
  fulfils: mailRestore,
  effect: 'write',
  idempotent: true,
  needs: ['mail.modify'],
  phrases: ['restore {messageIds}', 'take {messageIds} out of the bin'],
  input: mailRestore.input,
  output: mailRestore.output,

  before: (context, { messageIds }) => readLabels(context, messageIds),

  /** @see https://developers.google.com/workspace/gmail/api/reference/rest/v1/users.messages/batchModify */
  async run(context, { messageIds }) {
    await changeLabels(context, messageIds, ['INBOX'], ['TRASH']);
    return { messageIds };
  },

  undo: (context, { before }) => restoreLabels(context, before, ['TRASH', 'INBOX']),

  examples: [{ input: { messageIds: ['ada0000000000004'] } }],
});
