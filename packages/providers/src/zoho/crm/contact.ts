import type { Contact } from '@switchboard/contracts';
import { z } from 'zod';
import { Named, some, Text } from './inputs.ts';
import { given } from './records.ts';

export const contactFields = [
  'First_Name', 'Last_Name', 'Full_Name', 'Email', 'Phone', 'Mobile', 'Account_Name', 'Created_Time',
] as const; // prettier-ignore

export const ZohoContact = z
  .object({
    id: z.string(),
    First_Name: Text,
    Last_Name: z.string(),
    Full_Name: Text,
    Email: Text,
    Phone: Text,
    Mobile: Text,
    Account_Name: Named,
    Created_Time: z.string(),
  })
  .transform((contact) => ({ ...contact, madeAt: contact.Created_Time }));
type ZohoContact = z.output<typeof ZohoContact>;

export const showContact = (contact: ZohoContact): Contact => {
  const organization = some(contact.Account_Name?.name);
  return {
    id: contact.id,
    name: contact.Full_Name ?? [contact.First_Name, contact.Last_Name].filter(Boolean).join(' '),
    emails: contact.Email ? [contact.Email] : [],
    phones: [contact.Phone, contact.Mobile].flatMap((phone) => phone ?? []),
    ...(organization ? { organization } : {}),
  };
};

/** Zoho keeps two names: the last word is the family name. */
export function twoNames(name: string): { First_Name?: string; Last_Name: string } {
  const words = name.trim().split(/\s+/);
  const last = words.pop() ?? name;
  return words.length === 0 ? { Last_Name: last } : { First_Name: words.join(' '), Last_Name: last };
}

/** A company is a record of its own in Zoho; here it is kept in the description. */
export const writeContact = (contact: {
  readonly name?: string | undefined;
  readonly email?: string | undefined;
  readonly phone?: string | undefined;
  readonly organization?: string | undefined;
}): Record<string, unknown> =>
  given({
    ...(contact.name === undefined ? {} : twoNames(contact.name)),
    Email: contact.email,
    Phone: contact.phone,
    Description: contact.organization && `Company: ${contact.organization}`,
  });
