import { z } from 'zod';
import { q } from '../../kit/api.ts';
import { nameFor } from '../../kit/random.ts';
import type { SandboxKit } from '../../kit/world.ts';
import type { GoogleAccount } from '../accounts.ts';
import { defineMethod, type GoogleMethod } from '../api.ts';
import { GoogleError, notFound } from '../errors.ts';
import { pageOf } from '../paging.ts';
import { readMask } from './masks.ts';
import { displayNameOf, renderPerson, renderSelf } from './render.ts';
import { peopleState, type StoredPerson } from './state.ts';
import { writeMethods } from './write-methods.ts';

const auth = (name: string): string => `https://www.googleapis.com/auth/${name}`;
const contactsRead = ['contacts', 'contacts.readonly'].map(auth);
const others = [auth('contacts.other.readonly')];
const personRead = [
  'contacts',
  'contacts.other.readonly',
  'contacts.readonly',
  'directory.readonly',
  'user.addresses.read',
  'user.birthday.read',
  'user.emails.read',
  'user.gender.read',
  'user.organization.read',
  'user.phonenumbers.read',
  'userinfo.email',
  'userinfo.profile',
].map(auth);
const personQuery = { personFields: q.text(), 'requestMask.includeField': q.text(), sources: q.many() };

/** Google finds contacts by the beginnings of their words. */
function matches(person: StoredPerson, query: string): boolean {
  const texts = Object.entries(person.lists).flatMap(([field, entries]) =>
    searched.has(field) ? entries.flatMap(({ value, name }) => [value, name]) : [],
  );
  const whole = [displayNameOf(person), ...texts].join(' ').toLowerCase();
  const words = [...whole.split(/\s+/), ...whole.split(/[\s@.]+/)];
  const wanted = query.toLowerCase().trim().split(/\s+/).filter(Boolean);
  return wanted.length > 0 && wanted.every((word) => words.some((one) => one.startsWith(word)));
}
const searched = new Set(['emailAddresses', 'organizations', 'phoneNumbers', 'nicknames']);

/** Google People, version 1: the account itself, its contacts, and those it only wrote to. */
export function peopleMethods(kit: SandboxKit): readonly GoogleMethod[] {
  const known = (account: GoogleAccount, contact: boolean): StoredPerson[] =>
    peopleState(kit).people[account.id]!.filter((person) => person.contact === contact);
  return [
    defineMethod({
      id: 'people.people.searchContacts',
      http: 'GET',
      path: '/v1/people:searchContacts',
      scopes: contactsRead,
      query: z.strictObject({ pageSize: q.int(0, 30), query: q.text(), readMask: q.text(), sources: q.many() }),
      run: ({ account, query }) => {
        const mask = readMask(query.readMask, 'readMask');
        const hits = known(account, true).filter((person) => matches(person, query.query ?? ''));
        return results(hits.slice(0, query.pageSize || 10), mask);
      },
    }),
    defineMethod({
      id: 'people.otherContacts.search',
      http: 'GET',
      path: '/v1/otherContacts:search',
      scopes: others,
      query: z.strictObject({ pageSize: q.int(0, 30), query: q.text(), readMask: q.text() }),
      run: ({ account, query }) => {
        const mask = readMask(query.readMask, 'readMask', true);
        const hits = known(account, false).filter((person) => matches(person, query.query ?? ''));
        return results(hits.slice(0, query.pageSize || 10), mask);
      },
    }),
    defineMethod({
      id: 'people.otherContacts.list',
      http: 'GET',
      path: '/v1/otherContacts',
      scopes: others,
      query: z.strictObject({
        pageSize: q.int(1, 1000),
        pageToken: q.text(),
        readMask: q.text(),
        requestSyncToken: q.bool(),
        sources: q.many(),
        syncToken: q.text(),
      }),
      run: ({ account, query }) => {
        const mask = readMask(query.readMask, 'readMask', true);
        const all = known(account, false);
        const { items, nextPageToken } = pageOf(all, query.pageSize ?? 100, query.pageToken);
        return {
          otherContacts: items.map((person) => renderPerson(person, mask)),
          ...(nextPageToken && { nextPageToken }),
          totalSize: all.length,
        };
      },
    }),
    defineMethod({
      id: 'people.people.connections.list',
      http: 'GET',
      path: '/v1/people/{person}/connections',
      scopes: contactsRead,
      query: z.strictObject({
        ...personQuery,
        pageSize: q.int(1, 1000),
        pageToken: q.text(),
        requestSyncToken: q.bool(),
        sortOrder: z
          .enum(['LAST_MODIFIED_ASCENDING', 'LAST_MODIFIED_DESCENDING', 'FIRST_NAME_ASCENDING', 'LAST_NAME_ASCENDING'])
          .optional(),
        syncToken: q.text(),
      }),
      run: ({ account, params, query }) => {
        if (params.person !== 'me')
          throw new GoogleError(400, 'badRequest', 'Resource name must be people/me.', { location: 'resourceName' });
        const mask = readMask(query.personFields, 'personFields');
        const all = known(account, true);
        sort(all, query.sortOrder);
        const { items, nextPageToken } = pageOf(all, query.pageSize ?? 100, query.pageToken);
        const connections = items.map((person) => renderPerson(person, mask));
        const sync = query.requestSyncToken && !nextPageToken ? { nextSyncToken: nameFor(`${account.id}sync`) } : {};
        return {
          connections,
          ...(nextPageToken && { nextPageToken }),
          ...sync,
          totalPeople: all.length,
          totalItems: all.length,
        };
      },
    }),
    defineMethod({
      id: 'people.people.get',
      http: 'GET',
      path: '/v1/people/{person}',
      scopes: personRead,
      query: z.strictObject(personQuery),
      run: ({ account, params, query, scopes }) => {
        const mask = readMask(query.personFields, 'personFields');
        if (params.person === 'me' || params.person === account.id) return renderSelf(account, mask);
        if (!contactsRead.some((scope) => scopes.has(scope)))
          throw new GoogleError(403, 'insufficientPermissions', 'The caller does not have permission.');
        const person = known(account, true).find((one) => one.id === params.person);
        if (!person) throw notFound();
        return renderPerson(person, mask);
      },
    }),
    ...writeMethods(kit),
  ];
}

/** Brings contacts into an order; one that was never asked for stays. */
function sort(people: StoredPerson[], order: string | undefined): void {
  const lastName = (person: StoredPerson): string => displayNameOf(person).split(' ').at(-1)!;
  const orders: Record<string, (a: StoredPerson, b: StoredPerson) => number> = {
    LAST_MODIFIED_ASCENDING: (a, b) => a.updated.localeCompare(b.updated),
    LAST_MODIFIED_DESCENDING: (a, b) => b.updated.localeCompare(a.updated),
    FIRST_NAME_ASCENDING: (a, b) => displayNameOf(a).localeCompare(displayNameOf(b)),
    LAST_NAME_ASCENDING: (a, b) => lastName(a).localeCompare(lastName(b)),
  };
  if (order) people.sort(orders[order]!);
}

const results = (people: readonly StoredPerson[], mask: ReadonlySet<string>): Record<string, unknown> =>
  people.length > 0 ? { results: people.map((person) => ({ person: renderPerson(person, mask) })) } : {};
