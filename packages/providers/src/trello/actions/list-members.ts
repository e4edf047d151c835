import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { openBoards } from '../boards.ts';
import { boardId } from '../fields.ts';

const Members = z.array(z.object({ id: z.string(), fullName: z.string(), username: z.string() }));

/** Each board costs a call, of which Trello takes a hundred in ten seconds. */
const mostBoards = 25;

export const listMembers = defineAction({
  name: 'list_members',
  title: 'List members',
  description: 'Lists the people on a board, or on any of your first 25 boards.',
  effect: 'read',
  idempotent: true,
  needs: ['boards.read'],
  phrases: ['who is on {boardId}'],
  input: z.strictObject({ boardId: boardId.optional() }),
  output: z.object({ members: z.array(z.object({ id: z.string(), name: z.string(), username: z.string() })) }),

  /** @see https://developer.atlassian.com/cloud/trello/rest/api-group-boards/#api-boards-id-members-get */
  async run(context, { boardId: only }) {
    const boards = only === undefined ? (await openBoards(context)).slice(0, mostBoards).map(({ id }) => id) : [only];
    const found = await Promise.all(boards.map((id) => context.http.get(`/boards/${id}/members`, { schema: Members })));
    const byId = new Map(found.flat().map((member) => [member.id, member]));
    return { members: [...byId.values()].map(({ id, fullName: name, username }) => ({ id, name, username })) };
  },

  examples: [{ input: { boardId: '6500000000000000000b0001' } }, { title: 'Of all boards', input: {} }],
});
