import { filesMove, HubError } from '@switchboard/contracts';
import { defineAction, picked } from '@switchboard/provider-kit';
import { z } from 'zod';
import { anyFolder, BoxItem, fetchItem, fields, folderOf, itemId, pathOf, refOf, shown } from '../item.ts';
import { nameOf } from '../upload.ts';

const toFolderId = picked(anyFolder, 1024).describe('Folder it moves to');

/** What a move writes. @throws HubError `input_invalid` where nothing is to change. */
function changeOf({ toFolderId: to, name }: { toFolderId?: string; name?: string }) {
  if (to === undefined && name === undefined) {
    throw new HubError('input_invalid', undefined, {
      errors: [{ path: '/toFolderId', message: 'Choose a folder, or give a new name.' }],
    });
  }
  return {
    ...(name === undefined ? {} : { name: nameOf(name) }),
    ...(to === undefined ? {} : { parent: { id: folderOf(to, '/toFolderId') } }),
  };
}

export const moveItem = defineAction({
  name: 'move_item',
  title: 'Move or rename',
  description: 'Moves a file or folder into another folder, gives it another name, or both.',
  fulfils: filesMove,
  effect: 'write',
  idempotent: true,
  needs: ['files.write'],
  phrases: ['move {itemId} to {toFolderId}', 'rename {itemId} to {name}'],
  input: z.strictObject({ ...filesMove.input.shape, itemId, toFolderId: toFolderId.optional() }),
  output: filesMove.output,

  async before(context, { itemId: id, ...to }) {
    changeOf(to);
    const item = await fetchItem(context, refOf(id));
    return { ...shown(item), toFolderId: item.parent ? `folder:${item.parent.id}` : undefined };
  },

  /** @see https://developer.box.com/reference/put-files-id */
  async run({ http }, { itemId: id, ...to }) {
    const way = { query: { fields }, json: changeOf(to), idempotent: true, schema: BoxItem };
    return shown(await http.put(pathOf(refOf(id)), way));
  },

  async undo(context, { output, before }) {
    const ref = refOf(output.id);
    const present = await fetchItem(context, ref);
    if (present.name !== output.name || `folder:${present.parent?.id}` !== output.folderId) {
      throw new HubError('conflict', 'This was moved again in the meantime, so it is left where it is.');
    }
    const json = { name: before.name, ...(before.folderId ? { parent: { id: folderOf(before.folderId) } } : {}) };
    const headers: Record<string, string> = present.etag ? { 'if-match': present.etag } : {};
    await context.http.put(pathOf(ref), { query: { fields }, json, headers, schema: BoxItem });
  },

  examples: [
    { input: { itemId: 'file:7003', toFolderId: 'folder:5004' } },
    { title: 'A new name', input: { itemId: 'file:7001', name: 'Read me.txt' } },
  ],
});
