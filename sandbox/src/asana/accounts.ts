import { ada, cast, jonas, type Person } from '../seed/cast.ts';

/** A person with an Asana account; those who sign in are Ada and Jonas. */
export interface AsanaUser {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly workspaces: readonly string[];
}

export interface AsanaWorkspace {
  readonly gid: string;
  readonly name: string;
  /** Asana's search needs a paid plan. */
  readonly paid: boolean;
}

export const studio: AsanaWorkspace = { gid: '1200000000000001', name: 'Fernhill Studio', paid: true };
export const household: AsanaWorkspace = { gid: '1200000000000002', name: 'Weld household', paid: false };
export const workspaces: readonly AsanaWorkspace[] = [studio, household];

const colleagues = cast.filter(({ company }) => company === ada.company);
const userOf = (person: Person, at: number): AsanaUser => ({
  id: String(1_200_000_000_000_011 + at),
  name: person.name,
  email: person.email,
  workspaces: person === jonas ? [studio.gid, household.gid] : [studio.gid],
});

/** Everyone of the studio, Ada and Jonas first. */
export const users: readonly AsanaUser[] = [ada, jonas, ...colleagues].map(userOf);
export const accounts: readonly AsanaUser[] = users.slice(0, 2);

export const userBy = (idOrEmail: string): AsanaUser | undefined =>
  users.find(({ id, email }) => id === idOrEmail || email === idOrEmail.toLowerCase());
export const userOfPerson = (email: string): AsanaUser => {
  const found = userBy(email);
  if (!found) throw new Error(`${email} is not in the studio.`);
  return found;
};
