import { mailArchive } from '@switchboard/contracts';
import { defineAction } from '@switchboard/provider-kit';
import { move, moveBack, readBefore } from '../mail/places.ts';

export const archiveMessages = defineAction({
  name: 'archive_messages',
  title: 'Archive messages',
  description: 'Moves messages into the archive folder; doing it twice changes nothing more.',
  fulfils: mailArchive,
  effect: 'write',
  idempotent: true,
  needs: ['mail.modify'],
  phrases: ['archive {messageIds}'],
  input: mailArchive.input,
  output: mailArchive.output,

  before: (context, { messageIds }) => readBefore(context, messageIds),

  /** @see https://learn.microsoft.com/graph/api/message-move (read 2026-11-21) */
  async run(context, { messageIds }) {
    await move(context, messageIds, 'archive');
    return { messageIds };
  },

  undo: (context, { before }) => moveBack(context, before.places),

  examples: [{ input: { messageIds: ['AAkAda02'] } }],
});
