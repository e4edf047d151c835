import { nameFor } from '../kit/random.ts';
import { userBy } from './accounts.ts';

export const api = 'https://api.github.com';
export const web = 'https://github.com';
export type Shape = Readonly<Record<string, unknown>>;

/** A number that an account of GitHub or a label of a repository always has. */
export const numberFor = (name: string): number => Number.parseInt(nameFor(name, 8), 16);
export const nodeId = (kind: string, id: number | string): string => Buffer.from(`${kind}:${id}`).toString('base64url');

/** GitHub's short form of a person or organisation. */
export function simpleUser(login: string): Shape {
  const user = userBy(login);
  const at = `${api}/users/${login}`;
  const links = ['followers', 'organizations', 'received_events', 'repos', 'subscriptions'].map((name) => [
    `${name}_url`,
    `${at}/${name}`,
  ]);
  return {
    login,
    id: Number(user?.id ?? numberFor(login)),
    node_id: nodeId('User', user?.id ?? login),
    avatar_url: `https://avatars.githubusercontent.com/u/${user?.id ?? 0}?v=4`,
    gravatar_id: '',
    url: at,
    html_url: `${web}/${login}`,
    ...Object.fromEntries(links),
    following_url: `${at}/following{/other_user}`,
    gists_url: `${at}/gists{/gist_id}`,
    starred_url: `${at}/starred{/owner}{/repo}`,
    events_url: `${at}/events{/privacy}`,
    type: user?.kind ?? 'User',
    user_view_type: 'public',
    site_admin: false,
  };
}

/** The person who asks, as far as any token may see. */
export function publicUser(login: string, repositories: number): Shape {
  const user = userBy(login)!;
  return {
    ...simpleUser(login),
    name: user.name,
    company: user.company,
    blog: '',
    location: null,
    email: user.email,
    hireable: null,
    bio: null,
    twitter_username: null,
    public_repos: repositories,
    public_gists: 0,
    followers: 3,
    following: 5,
    created_at: '2019-03-04T10:00:00Z',
    updated_at: '2026-11-01T10:00:00Z',
  };
}
