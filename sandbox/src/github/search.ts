import { Refusal } from '../kit/refusal.ts';
import { mayRead, type GithubCall } from './api.ts';
import type { GithubState, StoredIssue } from './state.ts';

const failed = (message: string): Refusal =>
  new Refusal('invalid', 'Validation Failed', {
    data: { errors: [{ message, resource: 'Search', field: 'q', code: 'invalid' }] },
  });

type Test = (issue: StoredIssue, login: string) => boolean;
const involves = ({ author, assignees }: StoredIssue, login: string): boolean => [author, ...assignees].includes(login);

/** Tests by qualifier; `@me` is the caller. */
const qualifiers: Readonly<Record<string, (value: string) => Test | undefined>> = {
  is: (value) =>
    ({
      issue: ({ pull }: StoredIssue) => pull === undefined,
      'pull-request': ({ pull }: StoredIssue) => pull !== undefined,
      pr: ({ pull }: StoredIssue) => pull !== undefined,
      open: ({ state }: StoredIssue) => state === 'open',
      closed: ({ state }: StoredIssue) => state === 'closed',
    })[value],
  state: (value) => (['open', 'closed'].includes(value) ? ({ state }) => state === value : undefined),
  repo:
    (value) =>
    ({ repository }) =>
      repository === value.toLowerCase(),
  author:
    (value) =>
    ({ author }, me) =>
      author === (value === '@me' ? me : value),
  assignee:
    (value) =>
    ({ assignees }, me) =>
      assignees.includes(value === '@me' ? me : value),
  involves: (value) => (issue, me) => involves(issue, value === '@me' ? me : value),
  label:
    (value) =>
    ({ labels }) =>
      labels.includes(value.replaceAll('"', '')),
};

/** Issues and pull requests by words and qualifiers, the last changed first. @throws {Refusal} as GitHub does for a query it does not take. */
export function search(state: GithubState, call: GithubCall, q: string): StoredIssue[] {
  if (q.length > 256) throw failed('The search is longer than 256 characters.');
  const terms = q.match(/(?:[\w-]+:)?"[^"]*"|\S+/g) ?? [];
  const tests: Test[] = [];
  const words: string[] = [];
  for (const term of terms) {
    const [, name = '', value = ''] = /^([a-z]+):(\S.*)$/.exec(term) ?? [];
    const test = Object.hasOwn(qualifiers, name) ? qualifiers[name]!(value) : undefined;
    if (test) tests.push(test);
    else words.push(term.replaceAll('"', '').toLowerCase());
    if (name === 'repo' && !isSeen(state, call, value))
      throw failed('The listed users and repositories cannot be searched.');
  }
  if (!/(?:^|\s)is:(?:issue|pull-request|pr)\b/.test(q))
    throw failed("Query must include 'is:issue' or 'is:pull-request'");
  const holds = ({ title, body }: StoredIssue): boolean =>
    words.every((word) => `${title} ${body ?? ''}`.toLowerCase().includes(word));
  return Object.values(state.issues)
    .filter((issue) => isSeen(state, call, issue.repository))
    .filter((issue) => holds(issue) && tests.every((test) => test(issue, call.account.login)))
    .sort((a, b) => b.updatedAt.localeCompare(a.updatedAt));
}

function isSeen(state: GithubState, call: GithubCall, name: string): boolean {
  const found = Object.hasOwn(state.repositories, name.toLowerCase()) && state.repositories[name.toLowerCase()];
  return found ? mayRead(call, found) : false;
}
