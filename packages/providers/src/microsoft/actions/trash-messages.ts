import { mailTrash } from '@switchboard/contracts';
import { defineAction } from '@switchboard/provider-kit';
import { move, moveBack, readBefore } from '../mail/places.ts';

export const trashMessages = defineAction({
  name: 'trash_messages',
  title: 'Move messages to the bin',
  description:
    'Moves messages into the deleted items, where they stay until those are emptied; doing it twice changes nothing more.',
  fulfils: mailTrash,
  effect: 'write',
  idempotent: true,
  needs: ['mail.modify'],
  phrases: ['delete {messageIds}', 'bin {messageIds}'],
  input: mailTrash.input,
  output: mailTrash.output,

  before: (context, { messageIds }) => readBefore(context, messageIds),

  /** @see https://learn.microsoft.com/graph/api/message-move (read 2026-11-21) */
  async run(context, { messageIds }) {
    await move(context, messageIds, 'deleteditems');
    return { messageIds };
  },

  undo: (context, { before }) => moveBack(context, before.places),

  examples: [{ input: { messageIds: ['AAkAda03'] } }],
});
