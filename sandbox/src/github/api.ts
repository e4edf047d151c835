import { methodsFor, q, type ApiMethod, type Call } from '../kit/api.ts';
import { linkHeader } from '../kit/paging.ts';
import { Refusal } from '../kit/refusal.ts';
import { headerToken, Reply, serveApi } from '../kit/rest.ts';
import type { OriginHandler, SandboxRequest } from '../kit/exchange.ts';
import type { SandboxKit } from '../kit/world.ts';
import type { GithubUser } from './accounts.ts';
import type { GithubOAuth } from './oauth.ts';
import { notFound, refuse } from './refusals.ts';
import type { GithubState, StoredIssue, StoredRepository } from './state.ts';

export type GithubMethod = ApiMethod<GithubUser>;
export type GithubCall = Pick<Call<GithubUser>, 'account' | 'scopes' | 'params'>;
export const defineMethod = methodsFor<GithubUser>();

export const paged = { per_page: q.int(1, 100), page: q.int(1, 1_000_000) };

/** A page of a list, with its neighbours in the Link header. */
export function pageOf<T>(
  all: readonly T[],
  { per_page: size = 30, page = 1 }: { per_page?: number | undefined; page?: number | undefined },
  request: SandboxRequest,
  show: (items: readonly T[]) => unknown,
): Reply {
  const url = new URL(request.origin + request.path);
  url.search = request.query.toString();
  const last = Math.max(1, Math.ceil(all.length / size));
  return Reply.json(200, show(all.slice((page - 1) * size, page * size)), linkHeader(url, page, last));
}

/** True where the caller may see a repository: a private one only as its member, and with `repo`. */
export const mayRead = ({ account, scopes }: GithubCall, { isPrivate, members }: StoredRepository): boolean =>
  !isPrivate || (members.includes(account.login) && scopes.has('repo'));

/** The repository of a path. @throws {Refusal} as if it did not exist, where the caller may not see it. */
export function repositoryOf(state: GithubState, call: GithubCall): StoredRepository {
  const name = `${call.params.owner}/${call.params.repo}`.toLowerCase();
  const found = Object.values(state.repositories).find(({ fullName }) => fullName === name);
  if (!found || !mayRead(call, found)) throw notFound();
  return found;
}

/** The same for a write. @throws {Refusal} `scope` where the token may only read. */
export function writable(state: GithubState, call: GithubCall): StoredRepository {
  const found = repositoryOf(state, call);
  const wanted = found.isPrivate ? ['repo'] : ['public_repo', 'repo'];
  if (!wanted.some((scope) => call.scopes.has(scope)))
    throw new Refusal('scope', 'A scope is missing.', { scopes: wanted, data: { held: [...call.scopes] } });
  return found;
}

export function issueOf(state: GithubState, { fullName }: StoredRepository, number: string | undefined): StoredIssue {
  const key = `${fullName}#${number}`;
  if (!Object.hasOwn(state.issues, key)) throw notFound();
  return state.issues[key]!;
}

const versions = ['2022-11-28', '2026-03-10'];

function check({ headers }: SandboxRequest): void {
  const version = headers['x-github-api-version'];
  if (version !== undefined && !versions.includes(String(version)))
    throw new Refusal('invalid', `The API version ${String(version)} is not supported.`, { status: 400 });
  if (!headers['user-agent']) throw new Refusal('forbidden', 'Request forbidden by administrative rules.');
}

/** Calls an hour and person. @see https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api (2026-11-21) */
const quota = { units: 5000, perSeconds: 3600 };

export const serveGithub = (kit: SandboxKit, oauth: GithubOAuth, methods: readonly GithubMethod[]): OriginHandler =>
  serveApi<GithubUser>(kit, {
    name: 'github',
    methods,
    refuse,
    check,
    quota,
    quotaHeaders: ({ limit, remaining, resetSeconds }) => ({
      'x-ratelimit-limit': String(limit),
      'x-ratelimit-remaining': String(remaining),
      'x-ratelimit-used': String(limit - remaining),
      'x-ratelimit-reset': String(Math.floor(kit.clock() / 1000) + resetSeconds),
      'x-ratelimit-resource': 'core',
    }),
    headers: { 'x-github-media-type': 'github.v3; format=json' },
    caller(request) {
      const token = headerToken(request) ?? headerToken(request, 'token');
      return token === undefined ? 'missing' : oauth.bearer(token);
    },
  });
