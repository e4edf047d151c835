import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { nameOf, nextOf } from '../answers.ts';
import { cursor } from '../calls.ts';
import { peoplePage } from '../people.ts';

export const listPeople = defineAction({
  name: 'list_people',
  title: 'List people',
  description: 'Lists the people of the workspace; an id can be written to as a chat.',
  effect: 'read',
  idempotent: true,
  needs: ['identity'],
  phrases: ['who is in slack', 'people of my workspace'],
  input: z.strictObject({ limit: z.int().min(1).max(100).default(100).describe('At most this many'), cursor }),
  output: z.object({
    people: z.array(z.object({ id: z.string(), name: z.string(), title: z.string().optional(), isBot: z.boolean() })),
    nextCursor: z.string().optional(),
  }),

  /** @see https://docs.slack.dev/reference/methods/users.list */
  async run(context, { limit, cursor: from }) {
    const { members, response_metadata: paging } = await peoplePage(context, limit, from);
    const people = members
      .filter(({ deleted }) => !deleted)
      .map((member) => {
        const { id, is_bot: isBot = false, profile } = member;
        return { id, name: nameOf(member), isBot, ...(profile?.title && { title: profile.title }) };
      });
    return { people, ...nextOf(paging) };
  },

  examples: [{ input: {} }],
});
