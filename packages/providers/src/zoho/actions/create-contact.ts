import { contactsCreate } from '@switchboard/contracts';
import { defineAction } from '@switchboard/provider-kit';
import { contactFields, showContact, twoNames, writeContact, ZohoContact } from '../crm/contact.ts';
import { addRecord, equals, readRecord, recentlyMade, removeRecord } from '../crm/records.ts';

export const createContact = defineAction({
  name: 'create_contact',
  title: 'Add contact',
  description: 'Adds one contact to the CRM. Running it twice adds two, unless the CRM refuses the same address.',
  fulfils: contactsCreate,
  effect: 'write',
  idempotent: false,
  needs: ['crm.read', 'crm.write'],
  phrases: ['add {name} to the crm', 'new customer {name} {email}'],
  input: contactsCreate.input,
  output: contactsCreate.output,

  async run({ http }, contact) {
    const id = await addRecord(http, 'Contacts', writeContact(contact));
    return showContact(await readRecord(http, 'Contacts', ZohoContact, contactFields, id));
  },

  async recover(context, { name, email }) {
    const criteria = email ? equals('Email', email) : equals('Last_Name', twoNames(name).Last_Name);
    const made = await recentlyMade(context, 'Contacts', ZohoContact, contactFields, criteria);
    return made && showContact(made);
  },

  undo: ({ http }, { output }) => removeRecord(http, 'Contacts', output.id),

  examples: [{ input: { name: 'Ingrid Solberg', email: 'ingrid@fjordlight.example', phone: '+47 22 55 01 77' } }],
});
