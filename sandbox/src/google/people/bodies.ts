import { z } from 'zod';

const text = z.string().nullish();
const source = z.strictObject({
  etag: text,
  id: text,
  profileMetadata: z.looseObject({}).nullish(),
  type: text,
  updateTime: text,
});
const many = (members: Readonly<Record<string, z.ZodType>>) =>
  z.array(z.strictObject({ metadata: z.looseObject({}).nullish(), ...members })).nullish();
const loose = z.array(z.looseObject({})).nullish();
const typed = { type: text, formattedType: text };

const nameMembers = {
  displayName: text,
  displayNameLastFirst: text,
  familyName: text,
  givenName: text,
  honorificPrefix: text,
  honorificSuffix: text,
  middleName: text,
  phoneticFamilyName: text,
  phoneticFullName: text,
  phoneticGivenName: text,
  phoneticHonorificPrefix: text,
  phoneticHonorificSuffix: text,
  phoneticMiddleName: text,
  unstructuredName: text,
};
const organizationMembers = {
  costCenter: text,
  current: z.boolean().nullish(),
  department: text,
  domain: text,
  endDate: z.looseObject({}).nullish(),
  formattedType: text,
  fullTimeEquivalentMillipercent: z.int().nullish(),
  jobDescription: text,
  location: text,
  name: text,
  phoneticName: text,
  startDate: z.looseObject({}).nullish(),
  symbol: text,
  title: text,
  type: text,
};

/** A person as a client may send it; the fields that people fill in most are looked at member by member. */
export const PersonBody = z.strictObject({
  addresses: loose,
  ageRange: text,
  ageRanges: loose,
  biographies: loose,
  birthdays: loose,
  braggingRights: loose,
  calendarUrls: loose,
  clientData: many({ key: text, value: text }),
  coverPhotos: loose,
  emailAddresses: many({ ...typed, value: z.string().max(320).nullish(), displayName: text }),
  etag: text,
  events: loose,
  externalIds: loose,
  fileAses: loose,
  genders: loose,
  imClients: loose,
  interests: loose,
  locales: loose,
  locations: loose,
  memberships: loose,
  metadata: z
    .strictObject({
      sources: z.array(source).nullish(),
      deleted: z.boolean().nullish(),
      linkedPeopleResourceNames: z.array(z.string()).nullish(),
      objectType: text,
      previousResourceNames: z.array(z.string()).nullish(),
    })
    .nullish(),
  miscKeywords: loose,
  names: many({ ...nameMembers }),
  nicknames: loose,
  occupations: loose,
  organizations: many({ ...organizationMembers }),
  phoneNumbers: many({ ...typed, value: text, canonicalForm: text }),
  photos: loose,
  relations: loose,
  relationshipInterests: loose,
  relationshipStatuses: loose,
  residences: loose,
  resourceName: text,
  sipAddresses: loose,
  skills: loose,
  taglines: loose,
  urls: loose,
  userDefined: loose,
});
export type PersonBody = z.infer<typeof PersonBody>;
