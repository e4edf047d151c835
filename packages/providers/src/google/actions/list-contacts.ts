import { contactsSearch } from '@switchboard/contracts';
import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { asRead, peopleOf } from '../client.ts';
import { GoogleConnections, personFields, toContact } from '../people/contact.ts';

export const listContacts = defineAction({
  name: 'list_contacts',
  title: 'List contacts',
  description: 'Lists the address book page by page, by first name.',
  effect: 'read',
  idempotent: true,
  needs: ['contacts.read'],
  phrases: ['all my contacts', 'show my address book'],
  input: z.strictObject({
    limit: z.int().min(1).max(100).default(50).describe('At most this many'),
    cursor: z.string().max(4096).describe('Where the last page ended').optional(),
  }),
  output: z.object({ contacts: contactsSearch.output.shape.contacts, nextCursor: z.string().optional() }),

  /** @see https://developers.google.com/people/api/rest/v1/people.connections/list */
  async run(context, { limit, cursor }) {
    const people = await peopleOf(context);
    const at = { resourceName: 'people/me', personFields, sortOrder: 'FIRST_NAME_ASCENDING' };
    const asked = { ...at, pageSize: limit, pageToken: cursor };
    const page = asRead(GoogleConnections, await people.people.connections.list(asked));
    return { contacts: page.connections.map(toContact), nextCursor: page.nextPageToken };
  },

  examples: [{ input: { limit: 20 } }],
});
