import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { pageField } from '../fields.ts';
import { patchPage, readPage, shown, ShownPage } from '../page.ts';

export const restorePage = defineAction({
  name: 'restore_page',
  title: 'Take a page out of the trash',
  description: 'Takes a page or row out of the trash. Running it twice changes nothing more.',
  effect: 'write',
  idempotent: true,
  needs: ['pages.write'],
  phrases: ['restore page {pageId}'],
  input: z.object({ pageId: pageField() }),
  output: ShownPage,

  async before(context, { pageId }) {
    const { title, inTrash } = shown(await readPage(context, pageId));
    return { title, inTrash };
  },

  /** @see https://developers.notion.com/reference/patch-page */
  run: async (context, { pageId }) => shown(await patchPage(context, pageId, { in_trash: false })),

  async undo(context, { input, before }) {
    if (before.inTrash) await patchPage(context, input.pageId, { in_trash: true });
  },

  examples: [{ input: { pageId: '15000000-0000-4000-8000-000000000004' } }],
});
