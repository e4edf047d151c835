import { HubError, type Contact } from '@switchboard/contracts';
import { picked, type ActionContext } from '@switchboard/provider-kit';
import { z } from 'zod';
import { asRead, asWritten, peopleOf } from '../client.ts';
import { GooglePerson, personFields, toContact } from './contact.ts';

/** A contact as forms offer it. */
export const contactChoice = picked({ action: 'google.list_contacts', items: 'contacts', label: 'name' }).describe(
  'Contact',
);

/** What a person may bring to a contact; each stands for the first of its kind, further ones stay. */
export interface ContactFields {
  readonly name?: string;
  readonly email?: string;
  readonly phone?: string;
  readonly organization?: string;
}

const Entry = z.looseObject({ metadata: z.unknown().optional() });
const Entries = z.array(Entry).optional();
const Source = z.object({ type: z.string().optional(), id: z.string().optional(), etag: z.string().optional() });

/** A contact as it is read to be written: whole lists, and the tag that says which version they are of. */
export const WrittenPerson = z.object({
  resourceName: z.string(),
  etag: z.string(),
  metadata: z.object({ sources: z.array(Source).default([]) }).optional(),
  names: Entries,
  emailAddresses: Entries,
  phoneNumbers: Entries,
  organizations: Entries,
  addresses: Entries,
  birthdays: Entries,
  biographies: Entries,
  nicknames: Entries,
  urls: Entries,
});
export type WrittenPerson = z.infer<typeof WrittenPerson>;

const writtenFields = [
  'names',
  'emailAddresses',
  'phoneNumbers',
  'organizations',
  'addresses',
  'birthdays',
  'biographies',
  'nicknames',
  'urls',
] as const;
export type WrittenField = (typeof writtenFields)[number];

/** The contact in the hub's words. */
export const shownPerson = (person: WrittenPerson): Contact => toContact(GooglePerson.parse(person));

export async function fetchPerson(context: ActionContext, resourceName: string): Promise<WrittenPerson> {
  const people = await peopleOf(context);
  const fields = [...writtenFields, 'metadata'].join(',');
  return asRead(WrittenPerson, await people.people.get({ resourceName, personFields: fields }));
}

/** Google calls a contact `people/…`. @throws HubError `input_invalid` for other ids, which would reach other things. */
export function contactIdOf(id: string): string {
  if (/^people\/c\d+$/.test(id)) return id;
  throw new HubError('input_invalid', 'A Google contact id begins with people/c, as a search for contacts gives it.');
}

/** The lists that a change replaces. */
export function changedLists(
  person: Partial<WrittenPerson>,
  change: ContactFields,
): Partial<Record<WrittenField, object[]>> {
  const first = (list: readonly object[] | undefined, entry: object): object[] => [
    { ...withoutMetadata(list?.[0] ?? {}), ...entry },
    ...(list ?? []).slice(1).map(withoutMetadata),
  ];
  return {
    ...(change.name && { names: [{ unstructuredName: change.name }] }),
    ...(change.email && { emailAddresses: first(person.emailAddresses, { value: change.email }) }),
    ...(change.phone && { phoneNumbers: first(person.phoneNumbers, { value: change.phone }) }),
    ...(change.organization && { organizations: first(person.organizations, { name: change.organization }) }),
  };
}

/** All of a contact's lists, as they can be written again. */
export const listsOf = (
  person: WrittenPerson,
  fields: readonly WrittenField[] = writtenFields,
): Partial<Record<WrittenField, object[]>> =>
  Object.fromEntries(fields.map((field) => [field, (person[field] ?? []).map(withoutMetadata)]));

/** Google's own notes on an entry are not to be written. */
function withoutMetadata(entry: object): object {
  const {
    metadata: _metadata,
    formattedType: _formatted,
    canonicalForm: _canonical,
    ...rest
  } = entry as Record<string, unknown>;
  return rest;
}

/** Replaces lists of a contact, where it is still the version that was read. */
export async function writePerson(
  context: ActionContext,
  { resourceName, etag, metadata }: WrittenPerson,
  lists: Partial<Record<WrittenField, object[]>>,
): Promise<GooglePerson> {
  const people = await peopleOf(context);
  const changed = await people.people.updateContact({
    resourceName,
    updatePersonFields: Object.keys(lists).join(','),
    personFields,
    requestBody: { etag, metadata, ...lists } as object,
  });
  return asWritten(GooglePerson, changed);
}
