import { tasksListLists } from '@switchboard/contracts';
import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { openLists } from '../boards.ts';
import { boardId } from '../fields.ts';

export const listLists = defineAction({
  name: 'list_lists',
  title: 'List lists',
  description: 'Lists the open lists of your boards, or of one board.',
  fulfils: tasksListLists,
  effect: 'read',
  idempotent: true,
  needs: ['boards.read'],
  phrases: ['lists of {boardId}'],
  input: z.strictObject({ boardId: boardId.optional() }),
  output: z.object({ lists: z.array(z.object({ id: z.string(), title: z.string(), boardId: z.string() })) }),

  async run(context, { boardId: only }) {
    const lists = await openLists(context);
    return { lists: only === undefined ? lists : lists.filter((list) => list.boardId === only) };
  },

  examples: [{ input: {} }, { title: 'Of a board', input: { boardId: '6500000000000000000b0001' } }],
});
