import { filesMove, HubError } from '@switchboard/contracts';
import { defineAction } from '@switchboard/provider-kit';
import { changeFile, fetchFile, folderChoice, itemChoice } from '../drive/calls.ts';
import { toFileItem } from '../drive/file.ts';

export const moveFile = defineAction({
  name: 'move_file',
  title: 'Move or rename a file',
  description:
    'Moves a file or folder to another folder, gives it another name, or both. Running it twice has one effect.',
  fulfils: filesMove,
  effect: 'write',
  idempotent: true,
  needs: ['drive.file'],
  phrases: ['move {itemId} to {toFolderId}', 'rename {itemId} to {name}'],
  input: filesMove.input.extend({
    itemId: itemChoice,
    toFolderId: folderChoice.describe('Folder it moves to').optional(),
  }),
  output: filesMove.output,

  async before(context, { itemId }) {
    const { name, parents } = await fetchFile(context, itemId);
    return { name, toFolderId: parents?.[0] };
  },

  /** @see https://developers.google.com/workspace/drive/api/guides/folder#move-files */
  async run(context, { itemId, toFolderId, name }) {
    if (!toFolderId && !name) throw new HubError('input_invalid', 'Name a folder to move to, or a new name.');
    const { parents = [] } = await fetchFile(context, itemId);
    const moves = toFolderId !== undefined && !parents.includes(toFolderId);
    const places = moves ? { addParents: toFolderId, removeParents: parents.join(',') || undefined } : {};
    return toFileItem(await changeFile(context, itemId, { name, ...places }));
  },

  async undo(context, { input, output, before }) {
    const now = await fetchFile(context, input.itemId);
    if (now.name !== output.name || now.parents?.[0] !== output.folderId) {
      throw new HubError('conflict', 'It was moved or renamed again in the meantime, so it is left as it is.');
    }
    const back = before.toFolderId !== undefined && before.toFolderId !== output.folderId;
    const places = back ? { addParents: before.toFolderId, removeParents: output.folderId } : {};
    await changeFile(context, input.itemId, { name: before.name, ...places });
  },

  examples: [{ input: { itemId: 'file-hub-notes', toFolderId: 'folder-hub', name: 'Notes of the hub.txt' } }],
});
