import { HubError } from '@switchboard/contracts';
import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { fetchItem, itemChoice, pathOf } from '../calls.ts';
import { restore } from '../deleted.ts';
import { fileItem, VersionedItem } from '../items.ts';

export const restoreVersion = defineAction({
  name: 'restore_version',
  title: 'Go back to a version',
  description: 'Makes an earlier version of a file the present one; what it replaces stays among its versions.',
  effect: 'write',
  idempotent: true,
  needs: ['files.write'],
  phrases: ['restore {itemId} to {rev}'],
  input: z.strictObject({
    itemId: itemChoice.describe('File'),
    rev: z
      .string()
      .regex(/^[0-9a-f]{9,64}$/)
      .describe('The revision that list_versions tells'),
  }),
  output: VersionedItem,

  async before(context, { itemId }) {
    const item = await fetchItem(context, itemId);
    if (item['.tag'] !== 'file') throw new HubError('input_invalid', 'That is a folder. Choose a file.');
    return { name: item.name, path: pathOf(item), rev: item.rev };
  },

  /** @see https://www.dropbox.com/developers/documentation/http/documentation#files-restore */
  async run(context, { itemId, rev }) {
    return fileItem(await restore(context, pathOf(await fetchItem(context, itemId)), rev));
  },

  async undo(context, { before }) {
    await restore(context, before.path, before.rev);
  },

  examples: [{ input: { itemId: 'id:ada-export-sample', rev: '5f0000000a4' } }],
});
