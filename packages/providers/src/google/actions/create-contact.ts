import { contactsCreate } from '@switchboard/contracts';
import { defineAction } from '@switchboard/provider-kit';
import { asRead, asWritten, peopleOf } from '../client.ts';
import { GooglePerson, GoogleConnections, personFields, toContact } from '../people/contact.ts';
import { changedLists } from '../people/writing.ts';

/** The entry of a contact, seen by programs alone, that says which run made it. */
const runKey = 'switchboard-run';

export const createContact = defineAction({
  name: 'create_contact',
  title: 'Add a contact',
  description: 'Adds someone to the address book. Running it twice adds two.',
  fulfils: contactsCreate,
  effect: 'write',
  idempotent: false,
  needs: ['contacts.write'],
  phrases: ['add {name} to my contacts', 'save the address {email} of {name}'],
  input: contactsCreate.input,
  output: contactsCreate.output,

  /** @see https://developers.google.com/people/api/rest/v1/people/createContact */
  async run(context, input) {
    const people = await peopleOf(context);
    const clientData = [{ key: runKey, value: context.run.marker }];
    const requestBody = { ...changedLists({}, input), clientData };
    return toContact(asWritten(GooglePerson, await people.people.createContact({ personFields, requestBody })));
  },

  /** Looks for the run's mark among the contacts that changed last. */
  async recover(context) {
    const people = await peopleOf(context);
    const fields = `${personFields},clientData`;
    const newest = { personFields: fields, pageSize: 50, sortOrder: 'LAST_MODIFIED_DESCENDING' };
    const page = await people.people.connections.list({ resourceName: 'people/me', ...newest });
    const made = asRead(GoogleConnections, page).connections.find((person) =>
      person.clientData?.some(({ key, value }) => key === runKey && value === context.run.marker),
    );
    return made && toContact(made);
  },

  async undo(context, { output }) {
    const people = await peopleOf(context);
    await people.people.deleteContact({ resourceName: output.id });
  },

  examples: [
    {
      input: {
        name: 'Elif Kaya',
        email: 'elif@harborline.example',
        phone: '+44 20 7946 0188',
        organization: 'Harborline Shipping',
      },
    },
  ],
});
