import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { fetchItem, itemId, pathOf, refOf } from '../item.ts';
import { HubError } from '@switchboard/contracts';

const Restored = z.object({ itemId: z.string(), restored: z.literal(true) });

export const restoreItem = defineAction({
  name: 'restore_item',
  title: 'Take out of the bin',
  description: 'Puts a binned file or folder back where it was. What is not in the bin stays where it is.',
  effect: 'write',
  idempotent: true,
  needs: ['files.write'],
  phrases: ['restore {itemId}'],
  input: z.strictObject({ itemId }),
  output: Restored,

  /** @see https://developer.box.com/reference/post-files-id */
  async run(context, { itemId: id }): Promise<z.infer<typeof Restored>> {
    const ref = refOf(id);
    try {
      await context.http.request('POST', pathOf(ref), { json: {} });
    } catch (error) {
      const refused = error instanceof HubError && ['not_found', 'conflict', 'provider_rejected'].includes(error.code);
      // Box refuses what is not in the bin; being where it belongs is what was wanted.
      if (!refused || !(await isThere(context, id))) throw error;
    }
    return { itemId: id, restored: true };
  },

  async recover(context, { itemId: id }) {
    return (await isThere(context, id)) ? { itemId: id, restored: true as const } : undefined;
  },

  examples: [{ input: { itemId: 'file:7900' } }],
});

async function isThere(context: Parameters<typeof fetchItem>[0], id: string): Promise<boolean> {
  try {
    await fetchItem(context, refOf(id));
    return true;
  } catch (error) {
    if (error instanceof HubError && error.code === 'not_found') return false;
    throw error;
  }
}
