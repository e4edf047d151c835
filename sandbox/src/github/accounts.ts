import { ada, cast, jonas, type Person } from '../seed/cast.ts';

/** Someone with a GitHub account; those who sign in are Ada and Jonas. */
export interface GithubUser {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly email: string;
  readonly company: string;
  readonly kind: 'User' | 'Organization';
}

const loginOf = ({ name }: Person): string => name.toLowerCase().replaceAll(' ', '-');
const colleagues = [ada, jonas, ...cast.filter(({ company }) => company === ada.company)];

/** Everyone of the studio, Ada and Jonas first, and the studio itself. */
const users: readonly GithubUser[] = [
  ...colleagues.map((person, at) => ({
    id: String(7_100_011 + at),
    login: loginOf(person),
    name: person.name,
    email: person.email,
    company: person.company,
    kind: 'User' as const,
  })),
  {
    id: '7100001',
    login: 'fernhill-studio',
    name: 'Fernhill Studio',
    email: 'hello@fernhill.example',
    company: '',
    kind: 'Organization',
  },
];
export const accounts: readonly GithubUser[] = users.slice(0, 2);

export const userBy = (text: string): GithubUser | undefined =>
  users.find(({ id, login, email }) => [id, login, email].includes(text.toLowerCase()));

/** The login of someone of the cast. @throws Error for a stranger. */
export function loginBy(email: string): string {
  const found = userBy(email);
  if (!found) throw new Error(`${email} has no account at GitHub.`);
  return found.login;
}
