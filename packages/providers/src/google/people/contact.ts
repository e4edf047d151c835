import type { Contact } from '@switchboard/contracts';
import { z } from 'zod';

const Valued = z.object({ value: z.string().optional() });
export const GooglePerson = z.object({
  resourceName: z.string(),
  names: z.array(z.object({ displayName: z.string().optional() })).optional(),
  emailAddresses: z.array(Valued).optional(),
  phoneNumbers: z.array(Valued).optional(),
  organizations: z.array(z.object({ name: z.string().optional() })).optional(),
  clientData: z.array(z.object({ key: z.string().optional(), value: z.string().optional() })).optional(),
});
export type GooglePerson = z.infer<typeof GooglePerson>;

export const GoogleFound = z.object({ results: z.array(z.object({ person: GooglePerson.optional() })).default([]) });
export const GoogleConnections = z.object({
  connections: z.array(GooglePerson).default([]),
  nextPageToken: z.string().optional(),
});

/** The members of a person that the hub reads. */
export const personFields = 'names,emailAddresses,phoneNumbers,organizations';

export function toContact(person: GooglePerson): Contact {
  const emails = valuesOf(person.emailAddresses);
  return {
    id: person.resourceName,
    name: person.names?.[0]?.displayName ?? emails[0] ?? '',
    emails,
    phones: valuesOf(person.phoneNumbers),
    organization: person.organizations?.[0]?.name,
  };
}

const valuesOf = (items: readonly z.infer<typeof Valued>[] = []): string[] => items.flatMap(({ value }) => value ?? []);
