import { mailLabel } from '@switchboard/contracts';
import { defineAction } from '@switchboard/provider-kit';
import { forEach } from '../mail/calls.ts';
import { changeOf, checkOneFolder, labelsOf } from '../mail/marks.ts';
import { mark, move, moveBack, readBefore, readPlaces } from '../mail/places.ts';

export const labelMessages = defineAction({
  name: 'label_messages',
  title: 'Label or move messages',
  description:
    "Adds categories and takes them off, by name; `unread` and `flagged` mark messages, and a folder's name moves them there.",
  fulfils: mailLabel,
  effect: 'write',
  idempotent: true,
  needs: ['mail.modify'],
  phrases: ['label {messageIds} as {add}', 'move {messageIds} to {add}', 'mark {messageIds} as read'],
  input: mailLabel.input,
  output: mailLabel.output,

  before: (context, { messageIds }) => readBefore(context, messageIds),

  /** @see https://learn.microsoft.com/graph/api/message-update (read 2026-11-21) */
  async run(context, { messageIds, add, remove }) {
    const adding = await labelsOf(context, add);
    checkOneFolder(adding);
    const removing = await labelsOf(context, remove);
    const places = await readPlaces(context, messageIds);
    await forEach(places, async (place) => {
      const { json, folderId } = changeOf(place, adding, removing);
      if (json) await mark(context, place.id, json);
      if (folderId !== undefined) await move(context, [place.id], folderId);
    });
    return { messageIds };
  },

  async undo(context, { before }) {
    for (const { id, categories, isRead, flagStatus } of before.places)
      await mark(context, id, { categories, isRead, flag: { flagStatus } });
    await moveBack(context, before.places);
  },

  examples: [
    { input: { messageIds: ['AAkAda01'], add: ['Travel'], remove: ['unread'] } },
    { title: 'Into a folder', input: { messageIds: ['AAkAda02'], add: ['Clients/Harborline'] } },
  ],
});
