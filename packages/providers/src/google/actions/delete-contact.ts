import { HubError } from '@switchboard/contracts';
import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { peopleOf } from '../client.ts';
import { contactChoice, contactIdOf, fetchPerson, listsOf, shownPerson, WrittenPerson } from '../people/writing.ts';

const Deleted = z.object({ contactId: z.string(), deleted: z.literal(true) });

export const deleteContact = defineAction({
  name: 'delete_contact',
  title: 'Delete a contact',
  description: 'Takes someone out of the address book. Running it twice has one effect.',
  effect: 'destroy',
  idempotent: true,
  needs: ['contacts.write'],
  phrases: ['delete the contact {contactId}', 'remove {contactId} from my address book'],
  input: z.strictObject({ contactId: contactChoice }),
  output: Deleted,

  async before(context, { contactId }) {
    const person = await fetchPerson(context, contactIdOf(contactId));
    return { name: shownPerson(person).name, person };
  },

  /** @see https://developers.google.com/people/api/rest/v1/people/deleteContact */
  async run(context, { contactId }) {
    const people = await peopleOf(context);
    await people.people.deleteContact({ resourceName: contactIdOf(contactId) });
    return { contactId, deleted: true } as const;
  },

  async recover(context, { contactId }) {
    try {
      await fetchPerson(context, contactIdOf(contactId));
      return undefined;
    } catch (error) {
      if (error instanceof HubError && error.code === 'not_found') return { contactId, deleted: true } as const;
      throw error;
    }
  },

  /** The contact is written again, under a new id; its picture and labels are not kept. */
  async undo(context, { before }) {
    const people = await peopleOf(context);
    const lists = listsOf(WrittenPerson.parse(before.person));
    const requestBody = Object.fromEntries(Object.entries(lists).filter(([, list]) => list.length > 0));
    await people.people.createContact({ requestBody });
  },

  examples: [{ input: { contactId: 'people/c1009' } }],
});
