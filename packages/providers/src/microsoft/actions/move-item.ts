import { filesMove, HubError, type FileItem } from '@switchboard/contracts';
import { defineAction, type ActionContext } from '@switchboard/provider-kit';
import { DriveItem, fetchItem, itemId, itemPath, nameOf, shown, toFolderId } from '../files/item.ts';

interface To {
  readonly toFolderId?: string;
  readonly name?: string;
}

/** Graph wants the top folder's own id where something moves there. @throws HubError `input_invalid` where nothing is to change. */
async function changeOf(context: Pick<ActionContext, 'http'>, { toFolderId: to, name }: To) {
  if (to === undefined && name === undefined) {
    throw new HubError('input_invalid', undefined, {
      errors: [{ path: '/toFolderId', message: 'Choose a folder, or give a new name.' }],
    });
  }
  const id = to === 'root' ? (await fetchItem(context, to)).id : to;
  return {
    ...(name === undefined ? {} : { name: nameOf(name) }),
    ...(id === undefined ? {} : { parentReference: { id } }),
  };
}

const change = ({ http }: Pick<ActionContext, 'http'>, id: string, json: object): Promise<DriveItem> =>
  http.patch(itemPath(id), { json, idempotent: true, schema: DriveItem });

export const moveItem = defineAction({
  name: 'move_item',
  title: 'Move or rename',
  description: 'Moves a file or folder into another folder, gives it another name, or both.',
  fulfils: filesMove,
  effect: 'write',
  idempotent: true,
  needs: ['files.write'],
  phrases: ['move {itemId} to {toFolderId}', 'rename {itemId} to {name}'],
  input: filesMove.input.extend({ itemId, toFolderId }),
  output: filesMove.output,

  async before(context, { itemId: id, ...to }): Promise<FileItem & { readonly toFolderId?: string }> {
    await changeOf(context, to);
    const item = shown(await fetchItem(context, id));
    return { ...item, toFolderId: item.folderId };
  },

  /** @see https://learn.microsoft.com/graph/api/driveitem-move */
  async run(context, { itemId: id, ...to }) {
    return shown(await change(context, id, await changeOf(context, to)));
  },

  async recover(context, { itemId: id, ...to }) {
    const wanted = await changeOf(context, to);
    const there = shown(await fetchItem(context, id));
    const named = wanted.name === undefined || there.name === wanted.name;
    const placed = wanted.parentReference === undefined || there.folderId === wanted.parentReference.id;
    return named && placed ? there : undefined;
  },

  async undo(context, { output, before }) {
    const present = shown(await fetchItem(context, output.id));
    if (present.name !== output.name || present.folderId !== output.folderId) {
      throw new HubError('conflict', 'This was moved again in the meantime, so it is left where it is.');
    }
    const parent = before.folderId === undefined ? {} : { parentReference: { id: before.folderId } };
    await change(context, output.id, { name: before.name, ...parent });
  },

  examples: [
    { input: { itemId: '01ADA-HARBORLINE-KICKOFFAGENDATXT', toFolderId: '01ADA-QUILLWORKS' } },
    { title: 'A new name', input: { itemId: '01ADA-READMEFIRSTTXT', name: 'Read me.txt' } },
  ],
});
