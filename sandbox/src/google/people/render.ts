import { nameFor } from '../../kit/random.ts';
import type { GoogleAccount } from '../accounts.ts';
import { pictureOf } from '../oauth/core.ts';
import type { Entry, StoredPerson } from './state.ts';

const only = (all: Record<string, unknown>, mask: ReadonlySet<string>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(all).filter(
      ([name, value]) => value !== undefined && (mask.has(name) || name === 'resourceName' || name === 'etag'),
    ),
  );

/** The name as it is shown, whichever way it was written. */
export function displayNameOf({ lists }: StoredPerson): string {
  const { unstructuredName, givenName, familyName } = (lists.names?.[0] ?? {}) as Record<string, string | undefined>;
  return [givenName, familyName].filter(Boolean).join(' ') || (unstructuredName ?? '');
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** One value with what Google adds to it. */
function rendered(field: string, entry: Entry, displayName: string): Record<string, unknown> {
  const { type, value } = entry as { type?: string; value?: string };
  const formatted = type ? { formattedType: capital(type) } : {};
  if (field === 'names') {
    const { familyName, givenName } = entry as { familyName?: string; givenName?: string };
    const last = familyName ? { displayNameLastFirst: [familyName, givenName].filter(Boolean).join(', ') } : {};
    return { displayName, ...last, ...entry, unstructuredName: displayName };
  }
  if (field === 'phoneNumbers') return { ...entry, canonicalForm: value?.replace(/[^\d+]/g, ''), ...formatted };
  return { ...entry, ...formatted };
}

export const etagOf = (person: StoredPerson): string => `%${nameFor(JSON.stringify(person), 20)}`;

/** A contact, or someone only written to, as far as the mask asks. */
export function renderPerson(person: StoredPerson, mask: ReadonlySet<string>): Record<string, unknown> {
  const etag = etagOf(person);
  const source = { type: person.contact ? 'CONTACT' : 'OTHER_CONTACT', id: person.id };
  const displayName = displayNameOf(person);
  const lists = Object.entries(person.lists).map(([field, entries]) => [
    field,
    entries.map((entry, at) => ({
      metadata: { ...(at === 0 && { primary: true }), source },
      ...rendered(field, entry, displayName),
    })),
  ]);
  return only(
    {
      resourceName: `${person.contact ? 'people' : 'otherContacts'}/${person.id}`,
      etag,
      metadata: { sources: [{ ...source, etag: `#${etag}`, updateTime: person.updated }], objectType: 'PERSON' },
      photos: [
        {
          metadata: { primary: true, source },
          url: `https://lh3.googleusercontent.com/cm/sandbox-${displayName.split(' ')[0]}=s100`,
          default: true,
        },
      ],
      ...(Object.fromEntries(lists) as Record<string, unknown>),
    },
    mask,
  );
}

/** The account's own profile. */
export function renderSelf(account: GoogleAccount, mask: ReadonlySet<string>): Record<string, unknown> {
  const source = { type: 'PROFILE', id: account.id };
  const metadata = { primary: true, source, sourcePrimary: true };
  const { name, givenName, familyName } = account;
  return only(
    {
      resourceName: `people/${account.id}`,
      etag: nameFor(account.id, 20),
      metadata: {
        sources: [{ ...source, profileMetadata: { objectType: 'PERSON', userTypes: ['GOOGLE_USER'] } }],
        objectType: 'PERSON',
      },
      names: [
        {
          metadata,
          displayName: name,
          familyName,
          displayNameLastFirst: `${familyName}, ${givenName}`,
          givenName,
          unstructuredName: name,
        },
      ],
      emailAddresses: [{ metadata: { ...metadata, verified: true }, value: account.email }],
      photos: [{ metadata, url: pictureOf(account.id) }],
      locales: [{ metadata, value: account.locale }],
    },
    mask,
  );
}
