import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { boardId } from '../fields.ts';

const Members = z.array(z.object({ id: z.string(), fullName: z.string(), username: z.string() }));

export const listMembers = defineAction({
  name: 'list_members',
  title: 'List members',
  description: 'Lists the people on a board.',
  effect: 'read',
  idempotent: true,
  needs: ['boards.read'],
  phrases: ['who is on {boardId}'],
  input: z.strictObject({ boardId }),
  output: z.object({ members: z.array(z.object({ id: z.string(), name: z.string(), username: z.string() })) }),

  /** @see https://developer.atlassian.com/cloud/trello/rest/api-group-boards/#api-boards-id-members-get */
  async run({ http }, { boardId: id }) {
    const members = await http.get(`/boards/${id}/members`, { schema: Members });
    return { members: members.map(({ id: member, fullName: name, username }) => ({ id: member, name, username })) };
  },

  examples: [{ input: { boardId: '6500000000000000000b0001' } }],
});
