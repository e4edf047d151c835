import { contactsSearch } from '@switchboard/contracts';
import { defineAction } from '@switchboard/provider-kit';
import { asRead, peopleOf } from '../client.ts';
import { GoogleConnections, GoogleFound, personFields, toContact, type GooglePerson } from '../people/contact.ts';

/** Google answers a search with at most this many. */
const searchLimit = 30;

export const searchContacts = defineAction({
  name: 'search_contacts',
  title: 'Search contacts',
  description: 'Finds contacts by the beginning of a name or address; without words it lists them, newest first.',
  fulfils: contactsSearch,
  effect: 'read',
  idempotent: true,
  needs: ['contacts'],
  phrases: ['who is {query}', 'address of {query}'],
  input: contactsSearch.input,
  output: contactsSearch.output,

  /** @see https://developers.google.com/people/api/rest/v1/people/searchContacts */
  async run(context, { query, limit }) {
    const people = await peopleOf(context);
    const words = query.trim();
    const found: GooglePerson[] = [];
    if (words) {
      const pageSize = Math.min(limit, searchLimit);
      const answer = await people.people.searchContacts({ query: words, readMask: personFields, pageSize });
      found.push(...asRead(GoogleFound, answer).results.flatMap(({ person }) => person ?? []));
    } else {
      const page = { resourceName: 'people/me', personFields, pageSize: limit, sortOrder: 'LAST_MODIFIED_DESCENDING' };
      found.push(...asRead(GoogleConnections, await people.people.connections.list(page)).connections);
    }
    return { contacts: found.map(toContact) };
  },

  examples: [{ input: { query: 'priya' } }, { title: 'All', input: { limit: 100 } }],
});
