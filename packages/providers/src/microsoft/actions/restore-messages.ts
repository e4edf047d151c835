import { mailRestore } from '@switchboard/contracts';
import { defineAction } from '@switchboard/provider-kit';
import { move, moveBack, readBefore } from '../mail/places.ts';

export const restoreMessages = defineAction({
  name: 'restore_messages',
  title: 'Take messages out of the bin',
  description: 'Moves messages back into the inbox; doing it twice changes nothing more.',
  fulfils: mailRestore,
  effect: 'write',
  idempotent: true,
  needs: ['mail.modify'],
  phrases: ['restore {messageIds}', 'take {messageIds} out of the bin'],
  input: mailRestore.input,
  output: mailRestore.output,

  before: (context, { messageIds }) => readBefore(context, messageIds),

  /** @see https://learn.microsoft.com/graph/api/message-move (read 2026-11-21) */
  async run(context, { messageIds }) {
    await move(context, messageIds, 'inbox');
    return { messageIds };
  },

  undo: (context, { before }) => moveBack(context, before.places),

  examples: [{ input: { messageIds: ['AAkAda08'] } }],
});
