import { ada, cast, jonas } from '../seed/cast.ts';

/** A person with a Todoist account; those who sign in are Ada and Jonas. */
export interface TodoistUser {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly inbox: string;
}

const colleagues = cast.filter(({ company }) => company === ada.company);

/** Everyone of the studio, Ada and Jonas first. */
export const users: readonly TodoistUser[] = [ada, jonas, ...colleagues].map(({ name, email }, at) => ({
  id: String(40_110_001 + at),
  name,
  email,
  inbox: `6P0000000000000${at + 1}`,
}));
export const accounts: readonly TodoistUser[] = users.slice(0, 2);

export const userBy = (idOrEmail: string): TodoistUser | undefined =>
  users.find(({ id, email }) => id === idOrEmail || email === idOrEmail.toLowerCase());
