import { ada, cast, jonas, type Person } from '../seed/cast.ts';

/** A member of Trello in the sandbox; all of them are invented. */
export interface Member {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly username: string;
}

const colleagues = cast.filter(({ company }) => company === 'Fernhill Studio');

const memberOf = ({ name, email }: Person, at: number): Member => ({
  id: `6500000000000000000a${String(at + 1).padStart(4, '0')}`,
  name,
  email,
  username: name.toLowerCase().replaceAll(/[^a-z]/g, ''),
});

const members: readonly Member[] = [ada, jonas, ...colleagues].map(memberOf);
/** Those who can sign in. */
export const accounts: readonly Member[] = members.slice(0, 2);

export const memberBy = (idOrEmail: string): Member | undefined =>
  members.find(({ id, email }) => id === idOrEmail || email === idOrEmail.toLowerCase());
