import { ada, cast, jonas } from '../seed/cast.ts';

/** Someone of the workspace; those who sign in are Ada and Jonas. */
export interface NotionUser {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  /** What acts for the person through the app. */
  readonly botId: string;
}

export const workspace = { id: '11000000-0000-4000-8000-000000000001', name: 'Fernhill Studio' };

const two = (at: number): string => String(at).padStart(2, '0');

/** Everyone of the studio, Ada and Jonas first. */
export const users: readonly NotionUser[] = [ada, jonas, ...cast.filter(({ company }) => company === ada.company)].map(
  ({ name, email }, at) => ({
    id: `12000000-0000-4000-8000-0000000000${two(at + 1)}`,
    name,
    email,
    botId: `13000000-0000-4000-8000-0000000000${two(at + 1)}`,
  }),
);
export const accounts: readonly NotionUser[] = users.slice(0, 2);

export const userBy = (text: string): NotionUser | undefined =>
  users.find(({ id, email }) => [id, email].includes(text.toLowerCase()));

/** The id of someone of the cast. @throws Error for a stranger. */
export function idBy(email: string): string {
  const found = userBy(email);
  if (!found) throw new Error(`${email} is not in the workspace.`);
  return found.id;
}
