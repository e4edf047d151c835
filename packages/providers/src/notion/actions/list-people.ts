import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { listOf, nextOf, pageFields } from '../fields.ts';

const User = z.object({
  id: z.string(),
  type: z.string().optional(),
  name: z.string().nullish(),
  person: z.object({ email: z.string().optional() }).optional(),
});

export const listPeople = defineAction({
  name: 'list_people',
  title: 'List people',
  description: 'Lists the people of the workspace; guests and apps are left out.',
  effect: 'read',
  idempotent: true,
  needs: ['pages.read'],
  phrases: ['who is in our notion'],
  input: z.object(pageFields),
  output: z.object({
    people: z.array(z.object({ id: z.string(), title: z.string(), email: z.string().optional() })),
    nextCursor: z.string().optional(),
  }),

  /** @see https://developers.notion.com/reference/get-users */
  async run({ http }, { limit, cursor }) {
    const query = { page_size: limit, start_cursor: cursor };
    const found = await http.get('/v1/users', { query, schema: listOf(User) });
    const people = found.results
      .filter(({ type }) => type === 'person')
      .map(({ id, name, person }) => ({ id, title: name ?? id, ...(person?.email && { email: person.email }) }));
    return { people, ...nextOf(found) };
  },

  examples: [{ input: {} }],
});
