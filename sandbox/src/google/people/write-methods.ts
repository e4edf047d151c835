import { z } from 'zod';
import { q } from '../../kit/api.ts';
import type { SandboxKit } from '../../kit/world.ts';
import type { GoogleAccount } from '../accounts.ts';
import { defineMethod, type GoogleMethod } from '../api.ts';
import { GoogleError, invalid, notFound } from '../errors.ts';
import { PersonBody } from './bodies.ts';
import { answerMask, single, writable, writeMask } from './masks.ts';
import { etagOf, renderPerson } from './render.ts';
import { peopleState, type Entry, type StoredPerson } from './state.ts';

const contacts = ['https://www.googleapis.com/auth/contacts'];
const readOnly = new Set(['metadata', 'formattedType', 'canonicalForm', 'displayName', 'displayNameLastFirst']);

/** The values a body brings for a field, without what only Google says. @throws {GoogleError} 400 for too many. */
function entriesOf(body: PersonBody, field: (typeof writable)[number]): Entry[] {
  const entries = (body[field] ?? []) as Entry[];
  if (single.has(field) && entries.length > 1)
    throw invalid(`Only one value of ${field} is allowed.`, `person.${field}`);
  return entries.map((entry) => {
    const kept = Object.entries(entry).filter(([name, value]) => !readOnly.has(name) && value !== null);
    const { unstructuredName, ...own } = Object.fromEntries(kept) as Record<string, unknown>;
    const named = own.givenName !== undefined || own.familyName !== undefined;
    return unstructuredName === undefined || named ? own : { ...own, unstructuredName };
  });
}

/** @throws {GoogleError} 400 where the person was read in another version, or in none. */
function checkVersion(person: StoredPerson, { etag, metadata }: PersonBody): void {
  const now = etagOf(person);
  const source = metadata?.sources?.find(({ type }) => type === 'CONTACT')?.etag;
  if (!etag && !source)
    throw invalid(
      'Request must set person.etag or person.metadata.sources.etag for the source that is being updated.',
      'person.etag',
    );
  if ((etag && etag !== now) || (source && source !== `#${now}`))
    throw new GoogleError(
      400,
      'failedPrecondition',
      'Request person.etag is different than the current person.etag. Clear local cache and get the latest person.',
      { status: 'FAILED_PRECONDITION' },
    );
}

/** Adding, changing and removing contacts. */
export function writeMethods(kit: SandboxKit): readonly GoogleMethod[] {
  const bookOf = (account: GoogleAccount): StoredPerson[] => peopleState(kit).people[account.id]!;
  const contactFor = (account: GoogleAccount, id: string): StoredPerson => {
    const person = bookOf(account).find((one) => one.id === id && one.contact);
    if (!person) throw notFound();
    return person;
  };
  const now = (): string => new Date(kit.clock()).toISOString();
  return [
    defineMethod({
      id: 'people.people.createContact',
      http: 'POST',
      path: '/v1/people:createContact',
      scopes: contacts,
      query: z.strictObject({ personFields: q.text(), sources: q.many() }),
      body: PersonBody,
      run: ({ account, query, body }) => {
        const state = peopleState(kit);
        const lists = writable
          .map((field) => [field, entriesOf(body, field)] as const)
          .filter(([, list]) => list.length > 0);
        const id = `c${7_000_000 + state.next++}`;
        const person = { id, contact: true, lists: Object.fromEntries(lists), updated: now(), version: 1 };
        bookOf(account).unshift(person);
        kit.store.changed();
        return renderPerson(person, answerMask(query.personFields));
      },
    }),
    defineMethod({
      id: 'people.people.updateContact',
      http: 'PATCH',
      path: '/v1/people/{person}:updateContact',
      scopes: contacts,
      query: z.strictObject({ personFields: q.text(), sources: q.many(), updatePersonFields: q.text() }),
      body: PersonBody,
      run: ({ account, params, query, body }) => {
        const fields = writeMask(query.updatePersonFields);
        const person = contactFor(account, params.person!);
        checkVersion(person, body);
        for (const field of writable) {
          if (!fields.has(field)) continue;
          const entries = entriesOf(body, field);
          if (entries.length > 0) person.lists[field] = entries;
          else delete person.lists[field];
        }
        person.updated = now();
        person.version += 1;
        kit.store.changed();
        return renderPerson(person, answerMask(query.personFields));
      },
    }),
    defineMethod({
      id: 'people.people.deleteContact',
      http: 'DELETE',
      path: '/v1/people/{person}:deleteContact',
      scopes: contacts,
      run: ({ account, params }) => {
        const person = contactFor(account, params.person!);
        peopleState(kit).people[account.id] = bookOf(account).filter((one) => one !== person);
        kit.store.changed();
        return {};
      },
    }),
  ];
}
