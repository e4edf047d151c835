import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { pageField } from '../fields.ts';
import { patchPage, readPage, shown, ShownPage } from '../page.ts';

export const trashPage = defineAction({
  name: 'trash_page',
  title: 'Move a page to the trash',
  description: 'Moves a page or row to the trash, with what is inside it. Running it twice changes nothing more.',
  effect: 'destroy',
  idempotent: true,
  needs: ['pages.write'],
  phrases: ['delete page {pageId}', 'archive page {pageId}'],
  input: z.object({ pageId: pageField() }),
  output: ShownPage,

  async before(context, { pageId }) {
    const { title, inTrash } = shown(await readPage(context, pageId));
    return { title, inTrash };
  },

  /** @see https://developers.notion.com/reference/archive-a-page */
  run: async (context, { pageId }) => shown(await patchPage(context, pageId, { in_trash: true })),

  async undo(context, { input, before }) {
    if (!before.inTrash) await patchPage(context, input.pageId, { in_trash: false });
  },

  examples: [{ input: { pageId: '15000000-0000-4000-8000-000000000002' } }],
});
