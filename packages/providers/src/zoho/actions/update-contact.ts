import { Contact } from '@switchboard/contracts';
import { z } from 'zod';
import { changeAction } from '../crm/change-action.ts';
import { contactFields, showContact, writeContact, ZohoContact } from '../crm/contact.ts';

export const updateContact = changeAction({
  noun: 'contact',
  module: 'Contacts',
  phrases: ['change the phone of {contactId} to {phone}'],
  input: {
    name: z.string().min(1).max(120).describe('Name').optional(),
    email: z.email().max(100).describe('Mail address').optional(),
    phone: z.string().max(30).describe('Phone number').optional(),
  },
  stored: ZohoContact,
  fields: contactFields,
  output: Contact,
  show: showContact,
  write: writeContact,
  example: { contactId: '4876876000000200001', phone: '+44 20 7946 0199' },
});
