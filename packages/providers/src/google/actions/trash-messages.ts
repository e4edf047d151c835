import { mailTrash } from '@switchboard/contracts';
import { defineAction } from '@switchboard/provider-kit';
import { changeLabels, readLabels, restoreLabels } from '../mail/labels.ts';

export const trashMessages = defineAction({
  name: 'trash_messages',
  title: 'Move messages to the bin',
  description: 'Moves messages to the bin, where Gmail keeps them for 30 days.',
  fulfils: mailTrash,
  effect: 'write',
  idempotent: true,
  needs: ['mail.modify'],
  phrases: ['delete {messageIds}', 'bin {messageIds}'],
  input: mailTrash.input,
  output: mailTrash.output,

  before: (context, { messageIds }) => readLabels(context, messageIds),

  /** @see https://developers.google.com/workspace/gmail/api/reference/rest/v1/users.messages/batchModify */
  async run(context, { messageIds }) {
    await changeLabels(context, messageIds, ['TRASH'], ['INBOX']);
    return { messageIds };
  },

  undo: (context, { before }) => restoreLabels(context, before, ['TRASH', 'INBOX']),

  examples: [{ input: { messageIds: ['ada0000000000003'] } }],
});
