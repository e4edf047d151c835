import { nameFor } from '../kit/random.ts';
import { repository } from './render-repository.ts';
import { api, nodeId, numberFor, simpleUser, web, type Shape } from './render-user.ts';
import type { GithubState, StoredComment, StoredIssue, StoredNotification } from './state.ts';

const label = (of: string, name: string): Shape => ({
  id: numberFor(`${of}/${name}`),
  node_id: nodeId('Label', `${of}/${name}`),
  url: `${api}/repos/${of}/labels/${encodeURIComponent(name)}`,
  name,
  color: nameFor(name, 6),
  default: name === 'enhancement',
  description: null,
});

/** What an issue and a pull request share. */
export function common(issue: StoredIssue): Shape {
  const at = `${api}/repos/${issue.repository}/issues/${issue.number}`;
  const [first] = issue.assignees;
  return {
    id: issue.id,
    node_id: nodeId('Issue', issue.id),
    number: issue.number,
    title: issue.title,
    user: simpleUser(issue.author),
    labels: issue.labels.map((name) => label(issue.repository, name)),
    state: issue.state,
    locked: false,
    assignee: first === undefined ? null : simpleUser(first),
    assignees: issue.assignees.map(simpleUser),
    milestone: null,
    created_at: issue.createdAt,
    updated_at: issue.updatedAt,
    closed_at: issue.closedAt,
    author_association: 'MEMBER',
    active_lock_reason: null,
    body: issue.body,
    html_url: `${web}/${issue.repository}/${issue.pull ? 'pull' : 'issues'}/${issue.number}`,
    comments_url: `${at}/comments`,
  };
}

export function issue(state: GithubState, stored: StoredIssue): Shape {
  const at = `${api}/repos/${stored.repository}/issues/${stored.number}`;
  const page = `${web}/${stored.repository}/pull/${stored.number}`;
  const pull = stored.pull && {
    url: `${api}/repos/${stored.repository}/pulls/${stored.number}`,
    html_url: page,
    diff_url: `${page}.diff`,
    patch_url: `${page}.patch`,
    merged_at: stored.pull.mergedAt,
  };
  return {
    ...common(stored),
    url: at,
    repository_url: `${api}/repos/${stored.repository}`,
    labels_url: `${at}/labels{/name}`,
    events_url: `${at}/events`,
    timeline_url: `${at}/timeline`,
    comments: state.comments.filter((one) => one.repository === stored.repository && one.number === stored.number)
      .length,
    state_reason: stored.stateReason,
    ...(pull && { pull_request: pull, draft: stored.pull!.draft }),
  };
}

export const comment = (stored: StoredComment): Shape => ({
  id: stored.id,
  node_id: nodeId('IssueComment', stored.id),
  url: `${api}/repos/${stored.repository}/issues/comments/${stored.id}`,
  html_url: `${web}/${stored.repository}/issues/${stored.number}#issuecomment-${stored.id}`,
  issue_url: `${api}/repos/${stored.repository}/issues/${stored.number}`,
  user: simpleUser(stored.author),
  created_at: stored.createdAt,
  updated_at: stored.updatedAt,
  author_association: 'MEMBER',
  body: stored.body,
});

export function thread(state: GithubState, stored: StoredNotification): Shape {
  const about = state.issues[`${stored.repository}#${stored.number}`]!;
  const url = `${api}/repos/${stored.repository}/${about.pull ? 'pulls' : 'issues'}/${stored.number}`;
  const at = `${api}/notifications/threads/${stored.id}`;
  return {
    id: stored.id,
    unread: stored.isUnread,
    reason: stored.reason,
    updated_at: stored.updatedAt,
    last_read_at: stored.lastReadAt,
    subject: { title: about.title, url, latest_comment_url: url, type: about.pull ? 'PullRequest' : 'Issue' },
    repository: repository(state, state.repositories[stored.repository]!, true),
    url: at,
    subscription_url: `${at}/subscription`,
  };
}
