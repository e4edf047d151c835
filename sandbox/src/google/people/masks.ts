import { GoogleError, invalid } from '../errors.ts';

/** Fields that a client may write. */
export const writable = [
  'addresses', 'biographies', 'birthdays', 'calendarUrls', 'clientData', 'emailAddresses', 'events', 'externalIds', 'genders',
  'imClients', 'interests', 'locales', 'locations', 'memberships', 'miscKeywords', 'names', 'nicknames', 'occupations',
  'organizations', 'phoneNumbers', 'relations', 'sipAddresses', 'urls', 'userDefined',
] as const; // prettier-ignore

/** Fields of which a contact has one value at most. */
export const single: ReadonlySet<string> = new Set(['biographies', 'birthdays', 'genders', 'names']);

/** The field masks People takes. */
const maskFields: ReadonlySet<string> = new Set([
  ...writable,
  'ageRanges',
  'coverPhotos',
  'metadata',
  'photos',
  'skills',
]);
const otherFields: ReadonlySet<string> = new Set(['emailAddresses', 'metadata', 'names', 'phoneNumbers', 'photos']);
const writableFields: ReadonlySet<string> = new Set(writable);

/** Reads a mask. @throws {GoogleError} 400 where it is missing or names what there is not. */
function read(mask: string | undefined, name: string, known: ReadonlySet<string>): ReadonlySet<string> {
  if (!mask)
    throw new GoogleError(400, 'badRequest', `${name} mask is required. Please specify one or more valid paths.`, {
      location: name,
    });
  const fields = mask.split(',').map((field) => field.trim());
  const unknown = fields.find((field) => !known.has(field));
  if (unknown !== undefined) throw invalid(`Invalid ${name} mask path: "${unknown}".`, name);
  return new Set(fields);
}

/** The fields that are to be answered. */
export const readMask = (mask: string | undefined, name: string, others = false): ReadonlySet<string> =>
  read(mask, name, others ? otherFields : maskFields);

/** The fields that are to be written. */
export const writeMask = (mask: string | undefined): ReadonlySet<string> =>
  read(mask, 'updatePersonFields', writableFields);

/** What an answer to a write shows: everything unless told. */
export const answerMask = (mask: string | undefined): ReadonlySet<string> =>
  mask ? readMask(mask, 'personFields') : maskFields;
