import { contactsSearch } from '@switchboard/contracts';
import { defineAction } from '@switchboard/provider-kit';
import { contactFields, showContact, ZohoContact } from '../crm/contact.ts';
import { findRecords } from '../crm/records.ts';

/** Zoho answers at most 200 records at once. */
const largestPage = 200;

export const searchContacts = defineAction({
  name: 'search_contacts',
  title: 'Search contacts',
  description: 'Finds contacts of the CRM by name, address or company, or lists them with the newest change first.',
  fulfils: contactsSearch,
  effect: 'read',
  idempotent: true,
  needs: ['crm.read'],
  phrases: ['find contact {query} in the crm', 'customers called {query}'],
  input: contactsSearch.input,
  output: contactsSearch.output,

  async run({ http }, { query, limit }) {
    const asked = { query, limit: Math.min(limit, largestPage) };
    const { records } = await findRecords(http, 'Contacts', ZohoContact, contactFields, asked);
    return { contacts: records.map(showContact) };
  },

  examples: [{ input: {} }, { title: 'By name', input: { query: 'Noor', limit: 5 } }],
});
