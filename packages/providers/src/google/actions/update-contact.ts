import { Contact, contactsCreate, HubError } from '@switchboard/contracts';
import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { toContact } from '../people/contact.ts';
import {
  changedLists,
  contactChoice,
  contactIdOf,
  fetchPerson,
  listsOf,
  shownPerson,
  WrittenPerson,
  writePerson,
  type WrittenField,
} from '../people/writing.ts';

const { name, email, phone, organization } = contactsCreate.input.shape;

export const updateContact = defineAction({
  name: 'update_contact',
  title: 'Change a contact',
  description:
    'Changes the name, first address, first number or company of a contact. Running it twice has one effect.',
  effect: 'write',
  idempotent: true,
  needs: ['contacts.write'],
  phrases: ['change the number of {contactId} to {phone}', '{contactId} now writes from {email}'],
  input: z.strictObject({ contactId: contactChoice, name: name.optional(), email, phone, organization }),
  output: Contact,

  async before(context, { contactId }) {
    const person = await fetchPerson(context, contactIdOf(contactId));
    const { name, emails, phones, organization } = shownPerson(person);
    return { name, email: emails[0], phone: phones[0], organization, person };
  },

  /** @see https://developers.google.com/people/api/rest/v1/people/updateContact */
  async run(context, { contactId, ...change }) {
    const person = await fetchPerson(context, contactIdOf(contactId));
    const lists = changedLists(person, change);
    if (Object.keys(lists).length === 0) throw new HubError('input_invalid', 'Name something to change.');
    return toContact(await writePerson(context, person, lists));
  },

  async undo(context, { input: { contactId, ...change }, output, before }) {
    const now = await fetchPerson(context, contactIdOf(contactId));
    if (JSON.stringify(shownPerson(now)) !== JSON.stringify(output)) {
      throw new HubError('conflict', 'This contact was changed again in the meantime, so it is left as it is.');
    }
    const fields = Object.keys(changedLists(now, change)) as WrittenField[];
    await writePerson(context, now, listsOf(WrittenPerson.parse(before.person), fields));
  },

  examples: [{ input: { contactId: 'people/c1001', phone: '+44 20 7946 0199' } }],
});
