import { nameFor } from '../../kit/random.ts';
import type { GoogleAccount } from '../accounts.ts';
import { GoogleError, invalid } from '../errors.ts';
import { pictureOf } from '../oauth/core.ts';
import type { StoredPerson } from './state.ts';

/** The field masks People takes. */
const maskFields = new Set([
  'addresses', 'ageRanges', 'biographies', 'birthdays', 'calendarUrls', 'clientData', 'coverPhotos', 'emailAddresses', 'events',
  'externalIds', 'genders', 'imClients', 'interests', 'locales', 'locations', 'memberships', 'metadata', 'miscKeywords', 'names',
  'nicknames', 'occupations', 'organizations', 'phoneNumbers', 'photos', 'relations', 'sipAddresses', 'skills', 'urls', 'userDefined',
]); // prettier-ignore
const otherMaskFields = new Set(['emailAddresses', 'metadata', 'names', 'phoneNumbers', 'photos']);

/** Reads a mask. @throws {GoogleError} 400 where it is missing or names what there is not. */
export function readMask(mask: string | undefined, name: string, others = false): ReadonlySet<string> {
  if (!mask)
    throw new GoogleError(400, 'badRequest', `${name} mask is required. Please specify one or more valid paths.`, {
      location: name,
    });
  const fields = mask.split(',').map((field) => field.trim());
  const unknown = fields.find((field) => !(others ? otherMaskFields : maskFields).has(field));
  if (unknown !== undefined) throw invalid(`Invalid ${name} mask path: "${unknown}".`, name);
  return new Set(fields);
}

const split = (name: string): { givenName: string; familyName?: string } => {
  const [givenName = '', ...rest] = name.split(' ');
  return rest.length > 0 ? { givenName, familyName: rest.join(' ') } : { givenName };
};

function nameOf(displayName: string, metadata: unknown): Record<string, unknown> {
  const { givenName, familyName } = split(displayName);
  return {
    metadata,
    displayName,
    ...(familyName && { familyName, displayNameLastFirst: `${familyName}, ${givenName}` }),
    givenName,
    unstructuredName: displayName,
  };
}

const only = (all: Record<string, unknown>, mask: ReadonlySet<string>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(all).filter(
      ([name, value]) => value !== undefined && (mask.has(name) || name === 'resourceName' || name === 'etag'),
    ),
  );

/** A contact, or someone only written to, as far as the mask asks. */
export function renderPerson(person: StoredPerson, mask: ReadonlySet<string>): Record<string, unknown> {
  const source = { type: person.contact ? 'CONTACT' : 'OTHER_CONTACT', id: person.id };
  const metadata = { primary: true, source };
  const [givenName] = person.name.split(' ');
  return only(
    {
      resourceName: `${person.contact ? 'people' : 'otherContacts'}/${person.id}`,
      etag: nameFor(JSON.stringify(person), 20),
      metadata: { sources: [source], objectType: 'PERSON' },
      names: [nameOf(person.name, metadata)],
      emailAddresses: [
        { metadata, value: person.email, ...(person.contact && { type: 'work', formattedType: 'Work' }) },
      ],
      phoneNumbers: person.phone
        ? [
            {
              metadata,
              value: person.phone,
              canonicalForm: person.phone.replace(/ /g, ''),
              type: 'work',
              formattedType: 'Work',
            },
          ]
        : undefined,
      organizations:
        person.contact && person.company
          ? [{ metadata, name: person.company, title: person.title, current: true }]
          : undefined,
      photos: [{ metadata, url: `https://lh3.googleusercontent.com/cm/sandbox-${givenName}=s100`, default: true }],
    },
    mask,
  );
}

/** The account's own profile. */
export function renderSelf(account: GoogleAccount, mask: ReadonlySet<string>): Record<string, unknown> {
  const source = { type: 'PROFILE', id: account.id };
  const metadata = { primary: true, source, sourcePrimary: true };
  return only(
    {
      resourceName: `people/${account.id}`,
      etag: nameFor(account.id, 20),
      metadata: {
        sources: [{ ...source, profileMetadata: { objectType: 'PERSON', userTypes: ['GOOGLE_USER'] } }],
        objectType: 'PERSON',
      },
      names: [nameOf(account.name, metadata)],
      emailAddresses: [{ metadata: { ...metadata, verified: true }, value: account.email }],
      photos: [{ metadata, url: pictureOf(account.id) }],
      locales: [{ metadata, value: account.locale }],
    },
    mask,
  );
}
