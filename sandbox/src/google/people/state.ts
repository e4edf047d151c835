import { nameFor } from '../../kit/random.ts';
import type { SandboxKit } from '../../kit/world.ts';
import { googleAccounts } from '../accounts.ts';
import { ada, cast, jonas, type Person } from '../../seed/cast.ts';

export interface StoredPerson extends Person {
  /** The part of `people/…` or `otherContacts/…` after the slash. */
  readonly id: string;
}

export interface PeopleState {
  people: Record<string, StoredPerson[]>;
}

/** Each account knows the shared cast and the other account; who was only written to is an "other contact". */
export const peopleState = (kit: SandboxKit): PeopleState =>
  kit.store.part<PeopleState>('google.people', () => ({
    people: Object.fromEntries(
      googleAccounts.map((account) => {
        const known = [...cast, ada, jonas].filter((person) => person.email !== account.email);
        return [
          account.id,
          known.map((person) => ({ ...person, id: `c${BigInt(`0x${nameFor(account.id + person.email, 15)}`)}` })),
        ];
      }),
    ),
  }));
