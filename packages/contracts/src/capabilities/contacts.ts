import { z } from 'zod';
import { defineCapability } from './capability.ts';

export const Contact = z.object({
  id: z.string(),
  name: z.string(),
  emails: z.array(z.string()),
  phones: z.array(z.string()).default([]),
  organization: z.string().optional(),
});
export type Contact = z.infer<typeof Contact>;

export const contactsSearch = defineCapability({
  name: 'contacts.search',
  title: 'Search contacts',
  effect: 'read',
  input: z.strictObject({
    query: z.string().max(200).default('').describe('Name or address; empty lists all'),
    limit: z.int().min(1).max(500).default(20).describe('At most this many'),
  }),
  output: z.object({ contacts: z.array(Contact) }),
});

export const contactsCreate = defineCapability({
  name: 'contacts.create',
  title: 'Add a contact',
  effect: 'write',
  input: z.strictObject({
    name: z.string().min(1).max(256).describe('Name'),
    email: z.email().describe('Mail address').optional(),
    phone: z.string().max(64).describe('Phone number').optional(),
    organization: z.string().max(256).describe('Company').optional(),
  }),
  output: Contact,
});
