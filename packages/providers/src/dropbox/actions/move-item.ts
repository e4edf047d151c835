import { filesMove } from '@switchboard/contracts';
import { defineAction } from '@switchboard/provider-kit';
import { fetchItem, folderChoice, itemChoice, pathOf } from '../calls.ts';
import { toItem } from '../items.ts';
import { arrived, relocate, targetPath } from '../relocation.ts';

export const moveItem = defineAction({
  name: 'move_item',
  title: 'Move or rename',
  description: 'Moves a file or folder to another folder, gives it another name, or both. Running it twice is refused.',
  fulfils: filesMove,
  effect: 'write',
  idempotent: false,
  needs: ['files.write'],
  phrases: ['move {itemId} to {toFolderId}', 'rename {itemId} to {name}'],
  input: filesMove.input.extend({ itemId: itemChoice, toFolderId: folderChoice.optional() }),
  output: filesMove.output,

  async before(context, target) {
    const item = await fetchItem(context, target.itemId);
    await targetPath(context, item, target);
    return { id: item.id, name: item.name, path: pathOf(item) };
  },

  /** @see https://www.dropbox.com/developers/documentation/http/documentation#files-move */
  async run(context, target) {
    const item = await fetchItem(context, target.itemId);
    return relocate(context, 'move_v2', item.id, await targetPath(context, item, target));
  },

  /** It keeps its id wherever it goes. */
  async recover(context, target) {
    const item = await fetchItem(context, target.itemId);
    const there = await arrived(context, target);
    return there?.id === item.id ? toItem(there) : undefined;
  },

  async undo(context, { before }) {
    await relocate(context, 'move_v2', before.id, before.path);
  },

  examples: [
    { input: { itemId: 'id:ada-kick-off-agenda', toFolderId: '/Harborline/Drafts' } },
    { title: 'Another name', input: { itemId: 'id:ada-contract', name: 'Contract signed.pdf' } },
  ],
});
