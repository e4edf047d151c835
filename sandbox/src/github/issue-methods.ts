import { z } from 'zod';
import { q } from '../kit/api.ts';
import type { SandboxKit } from '../kit/world.ts';
import { userBy } from './accounts.ts';
import { defineMethod, issueOf, paged, pageOf, repositoryOf, writable, type GithubMethod } from './api.ts';
import { invalid, notFound } from './refusals.ts';
import { comment, issue } from './render.ts';
import { githubState, type StoredComment, type StoredRepository } from './state.ts';

const labels = z.array(z.union([z.string(), z.strictObject({ name: z.string() })]));
const fields = {
  title: z.union([z.string(), z.number()]).optional(),
  body: z.string().nullable().optional(),
  labels: labels.optional(),
  assignees: z.array(z.string()).optional(),
  milestone: z.null().optional(),
};
const namesOf = (given: z.infer<typeof labels> | undefined): string[] =>
  (given ?? []).map((label) => (typeof label === 'string' ? label : label.name));

/** What changes issues and their comments. */
export function issueMethods(kit: SandboxKit): GithubMethod[] {
  const now = (): string => new Date(kit.clock()).toISOString().replace(/\.\d+Z$/, 'Z');
  const people = (given: readonly string[], { members }: StoredRepository): string[] => {
    if (given.some((login) => !userBy(login) || !members.includes(login))) throw invalid('assignees', 'invalid');
    return [...new Set(given)];
  };
  const titled = (title: string | number | undefined): string => {
    const text = String(title ?? '').trim();
    if (text === '') throw invalid('title', 'missing_field');
    if (text.length > 256) throw invalid('title', 'too_long');
    return text;
  };

  return [
    defineMethod({
      id: 'issues/create', http: 'POST', path: '/repos/{owner}/{repo}/issues', scopes: [], cost: 5, status: 201,
      body: z.strictObject(fields),
      run(call) {
        const state = githubState(kit);
        const repository = writable(state, call);
        const { title, body = null, labels: named, assignees = [] } = call.body;
        const mayPush = repository.members.includes(call.account.login);
        const numbers = Object.values(state.issues).filter((one) => one.repository === repository.fullName).map(({ number }) => number);
        const number = Math.max(0, ...numbers) + 1;
        const stored = {
          id: state.nextId++, repository: repository.fullName, number, title: titled(title), body,
          state: 'open' as const, stateReason: null, author: call.account.login, closedAt: null,
          // Both are dropped without a word for who may not push.
          assignees: mayPush ? people(assignees, repository) : [], labels: mayPush ? namesOf(named) : [],
          createdAt: now(), updatedAt: now(),
        };
        state.issues[`${repository.fullName}#${number}`] = stored;
        kit.store.changed();
        return issue(state, stored);
      },
    }),
    defineMethod({
      id: 'issues/update', http: 'PATCH', path: '/repos/{owner}/{repo}/issues/{issue_number}', scopes: [], cost: 5,
      body: z.strictObject({
        ...fields,
        state: z.enum(['open', 'closed']).optional(),
        state_reason: z.enum(['completed', 'not_planned', 'reopened', 'duplicate']).nullable().optional(),
      }),
      run(call) {
        const state = githubState(kit);
        const repository = writable(state, call);
        const stored = issueOf(state, repository, call.params.issue_number);
        const { title, body, labels: named, assignees, state: wanted, state_reason: reason } = call.body;
        if (assignees) stored.assignees = people(assignees, repository);
        if (title !== undefined) stored.title = titled(title);
        if (body !== undefined) stored.body = body;
        if (named) stored.labels = namesOf(named);
        if (wanted) {
          stored.closedAt = wanted === 'closed' ? (stored.closedAt ?? now()) : null;
          stored.stateReason = wanted === 'closed' ? (reason ?? 'completed') : stored.state === 'closed' ? 'reopened' : stored.stateReason;
          stored.state = wanted;
        }
        stored.updatedAt = now();
        kit.store.changed();
        return issue(state, stored);
      },
    }),
    defineMethod({
      id: 'issues/list-comments', http: 'GET', path: '/repos/{owner}/{repo}/issues/{issue_number}/comments', scopes: [],
      query: z.strictObject({ ...paged, since: q.time() }),
      run(call) {
        const state = githubState(kit);
        const { repository, number } = issueOf(state, repositoryOf(state, call), call.params.issue_number);
        const since = Date.parse(call.query.since ?? '1970-01-01T00:00:00Z');
        const fits = (one: StoredComment): boolean => one.repository === repository && one.number === number && Date.parse(one.updatedAt) >= since;
        return pageOf(state.comments.filter(fits), call.query, call.request, (items) => items.map(comment));
      },
    }),
    defineMethod({
      id: 'issues/create-comment', http: 'POST', path: '/repos/{owner}/{repo}/issues/{issue_number}/comments', scopes: [], cost: 5, status: 201,
      body: z.strictObject({ body: z.string() }),
      run(call) {
        const state = githubState(kit);
        const found = issueOf(state, writable(state, call), call.params.issue_number);
        if (call.body.body.trim() === '') throw invalid('body', 'missing_field', 'IssueComment');
        const { repository, number } = found;
        const stored = { id: state.nextId++, repository, number, author: call.account.login, body: call.body.body, createdAt: now(), updatedAt: now() };
        state.comments.push(stored);
        found.updatedAt = now();
        kit.store.changed();
        return comment(stored);
      },
    }),
    defineMethod({
      id: 'issues/delete-comment', http: 'DELETE', path: '/repos/{owner}/{repo}/issues/comments/{comment_id}', scopes: [], cost: 5,
      run(call) {
        const state = githubState(kit);
        const { fullName } = writable(state, call);
        const found = state.comments.find(({ id, repository }) => String(id) === call.params.comment_id && repository === fullName);
        if (found?.author !== call.account.login) throw notFound();
        state.comments = state.comments.filter((one) => one !== found);
        kit.store.changed();
      },
    }),
  ];
} // prettier-ignore
