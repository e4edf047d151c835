import { ada, cast, jonas, type Person } from '../seed/cast.ts';

export const team = { id: 'T0FERNHILL', name: 'Fernhill Studio', domain: 'fernhill' };

export interface Member {
  readonly id: string;
  readonly handle: string;
  readonly person: Person;
}

/** Someone who can sign in: a member of the workspace. */
export interface SlackAccount {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

const memberOf = (person: Person): Member => {
  const handle = person.name.split(' ')[0]!.toLowerCase();
  return { id: `U0${person.name.toUpperCase().replaceAll(/[^A-Z]/g, '')}`, handle, person };
};

/** Everyone at the studio; ids are `U0` and the name. */
export const members: readonly Member[] = [ada, jonas, ...cast.filter(({ company }) => company === ada.company)].map(
  memberOf,
);

export const memberBy = (id: string): Member | undefined => members.find((member) => member.id === id);
export const memberByEmail = (email: string): Member => members.find(({ person }) => person.email === email)!;

export const accounts: readonly SlackAccount[] = members
  .slice(0, 2)
  .map(({ id, person: { name, email } }) => ({ id, name, email }));

/** @see https://docs.slack.dev/reference/objects/user-object */
export const userView = ({ id, handle, person }: Member) => ({
  id,
  team_id: team.id,
  name: handle,
  deleted: false,
  real_name: person.name,
  tz: 'Europe/London',
  tz_label: 'Greenwich Mean Time',
  tz_offset: 0,
  is_admin: handle === 'jonas',
  is_owner: handle === 'jonas',
  is_bot: false,
  is_app_user: false,
  updated: 1_700_000_000,
  profile: {
    real_name: person.name,
    real_name_normalized: person.name,
    display_name: person.name.split(' ')[0]!,
    display_name_normalized: person.name.split(' ')[0]!,
    title: person.title,
    phone: person.phone ?? '',
    skype: '',
    avatar_hash: 'a1b2c3d4e5f6',
    status_text: '',
    status_emoji: '',
    fields: null,
    team: team.id,
  },
});
