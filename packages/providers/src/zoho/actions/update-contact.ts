import { Contact } from '@switchboard/contracts';
import { defineAction, picked } from '@switchboard/provider-kit';
import { z } from 'zod';
import { contactFields, showContact, writeContact, ZohoContact } from '../crm/contact.ts';
import { asTheyWere, changeRecord, readRecord } from '../crm/records.ts';

export const updateContact = defineAction({
  name: 'update_contact',
  title: 'Change contact',
  description: 'Changes what is given of one contact and leaves the rest. Running it twice has the same effect.',
  effect: 'write',
  idempotent: true,
  needs: ['crm.read', 'crm.write'],
  phrases: ['change the phone of {contactId} to {phone}'],
  input: z.strictObject({
    contactId: picked({ action: 'zoho.search_contacts', items: 'contacts', label: 'name' }).describe('Contact'),
    name: z.string().min(1).max(120).describe('Name').optional(),
    email: z.email().max(100).describe('Mail address').optional(),
    phone: z.string().max(30).describe('Phone number').optional(),
  }),
  output: Contact,

  async run({ http }, { contactId, ...contact }) {
    await changeRecord(http, 'Contacts', contactId, writeContact(contact));
    return showContact(await readRecord(http, 'Contacts', ZohoContact, contactFields, contactId));
  },

  /** What each member that changes was. */
  before: ({ http }, { contactId, ...contact }) => asTheyWere(http, 'Contacts', contactId, writeContact(contact)),

  undo: ({ http }, { input, before }) => changeRecord(http, 'Contacts', input.contactId, before),

  examples: [{ input: { contactId: '4876876000000200001', phone: '+44 20 7946 0199' } }],
});
