import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { openBoards } from '../boards.ts';

const Board = z.object({ id: z.string(), title: z.string(), about: z.string(), url: z.url().optional() });

export const listBoards = defineAction({
  name: 'list_boards',
  title: 'List boards',
  description: 'Lists your open boards.',
  effect: 'read',
  idempotent: true,
  needs: ['boards.read'],
  phrases: ['my boards'],
  input: z.strictObject({}),
  output: z.object({ boards: z.array(Board) }),

  /** @see https://developer.atlassian.com/cloud/trello/rest/api-group-members/#api-members-id-boards-get */
  async run(context) {
    const boards = await openBoards(context);
    return {
      boards: boards.map(({ id, name: title, desc: about = '', shortUrl: url }) => ({ id, title, about, url })),
    };
  },

  examples: [{ input: {} }],
});
