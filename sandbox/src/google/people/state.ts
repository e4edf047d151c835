import type { SandboxKit } from '../../kit/world.ts';
import { ada, cast, jonas, type Person } from '../../seed/cast.ts';
import { momentAgo } from '../../seed/projects.ts';
import { googleAccounts } from '../accounts.ts';

/** One value of a field, as a client wrote it. */
export type Entry = Readonly<Record<string, unknown>>;

export interface StoredPerson {
  /** The part of `people/…` or `otherContacts/…` after the slash. */
  readonly id: string;
  /** True where the person is in the address book; the others were only written to. */
  readonly contact: boolean;
  lists: Record<string, readonly Entry[]>;
  updated: string;
  version: number;
}

export interface PeopleState {
  next: number;
  people: Record<string, StoredPerson[]>;
}

const split = (name: string): Entry => {
  const [givenName = '', ...rest] = name.split(' ');
  return { givenName, ...(rest.length > 0 && { familyName: rest.join(' ') }) };
};

const personFrom = (person: Person, id: string, updated: string): StoredPerson => ({
  id,
  contact: person.contact,
  lists: {
    names: [split(person.name)],
    emailAddresses: [{ value: person.email, ...(person.contact && { type: 'work' }) }],
    ...(person.phone && { phoneNumbers: [{ value: person.phone, type: 'work' }] }),
    ...(person.contact &&
      person.company && { organizations: [{ name: person.company, title: person.title, current: true }] }),
  },
  updated,
  version: 1,
});

/** Each account knows the shared cast and the other account; who was only written to is an "other contact". */
export const peopleState = (kit: SandboxKit): PeopleState =>
  kit.store.part<PeopleState>('google.people', () => ({
    next: 1,
    people: Object.fromEntries(
      googleAccounts.map((account, place) => {
        const known = [...cast, ada, jonas].filter((person) => person.email !== account.email);
        const updated = momentAgo(kit.clock(), 30);
        return [account.id, known.map((person, at) => personFrom(person, `c${(place + 1) * 1000 + at + 1}`, updated))];
      }),
    ),
  }));
