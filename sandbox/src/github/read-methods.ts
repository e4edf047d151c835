import { z } from 'zod';
import { q } from '../kit/api.ts';
import { Reply } from '../kit/rest.ts';
import type { SandboxKit } from '../kit/world.ts';
import { defineMethod, issueOf, mayRead, paged, pageOf, repositoryOf, type GithubMethod } from './api.ts';
import { notFound } from './refusals.ts';
import { issue, thread } from './render.ts';
import { repository } from './render-repository.ts';
import { publicUser } from './render-user.ts';
import { pullFiles, pullRequest } from './render-pull.ts';
import { search } from './search.ts';
import { githubState, type StoredIssue, type StoredRepository } from './state.ts';

const direction = z.enum(['asc', 'desc']).optional();
const newest = (a: { createdAt: string; number: number }, b: { createdAt: string; number: number }): number =>
  b.createdAt.localeCompare(a.createdAt) || b.number - a.number;

/** What is read without changing anything. */
export const readMethods = (kit: SandboxKit): GithubMethod[] => [
  defineMethod({
    id: 'users/get-authenticated', http: 'GET', path: '/user', scopes: [],
    run({ account }) {
      const own = Object.values(githubState(kit).repositories).filter((one) => one.fullName.startsWith(`${account.login}/`));
      return publicUser(account.login, own.length);
    },
  }),
  defineMethod({
    id: 'repos/list-for-authenticated-user', http: 'GET', path: '/user/repos', scopes: [],
    query: z.strictObject({
      ...paged, direction,
      visibility: z.enum(['all', 'public', 'private']).optional(), affiliation: q.text(), type: z.enum(['all', 'owner', 'public', 'private', 'member']).optional(),
      sort: z.enum(['created', 'updated', 'pushed', 'full_name']).optional(), since: q.time(), before: q.time(),
    }),
    run(call) {
      const state = githubState(kit);
      const mine = (one: StoredRepository): boolean => one.members.includes(call.account.login) && mayRead(call, one);
      const sorted = Object.values(state.repositories).filter(mine).sort((a, b) =>
        call.query.sort === 'pushed' ? b.pushedAt.localeCompare(a.pushedAt) : a.fullName.localeCompare(b.fullName));
      return pageOf(sorted, call.query, call.request, (items) => items.map((one) => repository(state, one)));
    },
  }),
  defineMethod({
    id: 'repos/get', http: 'GET', path: '/repos/{owner}/{repo}', scopes: [],
    run(call) {
      const state = githubState(kit);
      return { ...repository(state, repositoryOf(state, call)), network_count: 0, subscribers_count: 0 };
    },
  }),
  defineMethod({
    id: 'search/issues-and-pull-requests', http: 'GET', path: '/search/issues', scopes: [],
    query: z.strictObject({ ...paged, q: z.string(), sort: z.enum(['comments', 'created', 'updated', 'interactions']).optional(), order: direction }),
    run(call) {
      const state = githubState(kit);
      const found = search(state, call, call.query.q);
      return pageOf(found, call.query, call.request, (items) => ({
        total_count: found.length,
        incomplete_results: false,
        search_type: 'lexical',
        items: items.map((one) => ({ ...issue(state, one), score: 1 })),
      }));
    },
  }),
  defineMethod({
    id: 'issues/list-for-repo', http: 'GET', path: '/repos/{owner}/{repo}/issues', scopes: [],
    query: z.strictObject({
      ...paged, direction, state: z.enum(['open', 'closed', 'all']).optional(), assignee: q.text(), creator: q.text(), labels: q.text(),
      sort: z.enum(['created', 'updated', 'comments']).optional(), since: q.time(),
    }),
    run(call) {
      const state = githubState(kit);
      const { fullName } = repositoryOf(state, call);
      const { state: wanted = 'open', creator, assignee } = call.query;
      const fits = (one: StoredIssue): boolean =>
        one.repository === fullName && (wanted === 'all' || one.state === wanted) &&
        (creator === undefined || one.author === creator) && (assignee === undefined || one.assignees.includes(assignee));
      const found = Object.values(state.issues).filter(fits).sort(newest);
      return pageOf(found, call.query, call.request, (items) => items.map((one) => issue(state, one)));
    },
  }),
  defineMethod({
    id: 'issues/get', http: 'GET', path: '/repos/{owner}/{repo}/issues/{issue_number}', scopes: [],
    run(call) {
      const state = githubState(kit);
      return issue(state, issueOf(state, repositoryOf(state, call), call.params.issue_number));
    },
  }),
  defineMethod({
    id: 'pulls/get', http: 'GET', path: '/repos/{owner}/{repo}/pulls/{pull_number}', scopes: [],
    run(call) {
      const state = githubState(kit);
      const found = issueOf(state, repositoryOf(state, call), call.params.pull_number);
      if (!found.pull) throw notFound();
      return pullRequest(state, found);
    },
  }),
  defineMethod({
    id: 'pulls/list-files', http: 'GET', path: '/repos/{owner}/{repo}/pulls/{pull_number}/files', scopes: [], query: z.strictObject(paged),
    run(call) {
      const state = githubState(kit);
      const found = issueOf(state, repositoryOf(state, call), call.params.pull_number);
      if (!found.pull) throw notFound();
      return pageOf(pullFiles(found), call.query, call.request, (items) => items);
    },
  }),
  defineMethod({
    id: 'activity/list-notifications-for-authenticated-user', http: 'GET', path: '/notifications', scopes: ['notifications', 'repo'],
    query: z.strictObject({ all: q.bool(), participating: q.bool(), since: q.time(), before: q.time(), page: paged.page, per_page: q.int(1, 50) }),
    run({ account, query, request }) {
      const state = githubState(kit);
      const own = state.notifications.filter(({ login, isUnread }) => login === account.login && (isUnread || query.all));
      return pageOf(own, query, request, (items) => items.map((one) => thread(state, one)));
    },
  }),
  defineMethod({
    id: 'activity/mark-thread-as-read', http: 'PATCH', path: '/notifications/threads/{thread_id}', scopes: ['notifications', 'repo'],
    run({ account, params }) {
      const found = githubState(kit).notifications.find(({ id, login }) => id === params.thread_id && login === account.login);
      if (!found) throw notFound();
      found.isUnread = false;
      found.lastReadAt = new Date(kit.clock()).toISOString();
      kit.store.changed();
      return Reply.empty(205);
    },
  }),
]; // prettier-ignore
