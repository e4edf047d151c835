import { filesDelete, HubError } from '@switchboard/contracts';
import { defineAction, type ActionContext } from '@switchboard/provider-kit';
import { z } from 'zod';
import { fetchItem, itemId, pathOf, refOf, shown, type ItemRef } from '../item.ts';

/** True where it lies in Box's bin. */
async function isBinned({ http }: ActionContext, ref: ItemRef): Promise<boolean> {
  try {
    await http.get(`${pathOf(ref)}/trash`, { query: { fields: 'id,type' }, schema: z.object({ id: z.string() }) });
    return true;
  } catch (error) {
    if (error instanceof HubError && error.code === 'not_found') return false;
    throw error;
  }
}

export const deleteItem = defineAction({
  name: 'delete_item',
  title: 'Delete',
  description: "Moves a file, or a folder with all that is in it, to Box's bin. What lies there already stays there.",
  fulfils: filesDelete,
  effect: 'destroy',
  idempotent: true,
  needs: ['files.write'],
  phrases: ['delete {itemId}', 'bin {itemId}'],
  input: z.strictObject({ itemId }),
  output: filesDelete.output,

  async before(context, { itemId: id }) {
    return shown(await fetchItem(context, refOf(id)));
  },

  /** @see https://developer.box.com/reference/delete-files-id */
  async run(context, { itemId: id }) {
    const ref = refOf(id);
    try {
      const query = ref.kind === 'folder' ? { recursive: true } : {};
      await context.http.delete(pathOf(ref), { query, idempotent: true });
    } catch (error) {
      const gone = error instanceof HubError && error.code === 'not_found';
      if (!gone || !(await isBinned(context, ref))) throw error;
    }
    return { itemId: id, deleted: true as const };
  },

  async undo({ http }, { output }) {
    await http.request('POST', pathOf(refOf(output.itemId)), { json: {} });
  },

  examples: [{ input: { itemId: 'file:7005' } }, { title: 'A folder', input: { itemId: 'folder:5004' } }],
});
