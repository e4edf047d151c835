import { nameFor } from '../kit/random.ts';
import { common } from './render.ts';
import { repository } from './render-repository.ts';
import { simpleUser } from './render-user.ts';
import type { GithubState, StoredIssue } from './state.ts';

const sha = (text: string): string => nameFor(text, 40);

/** A pull request as it is read by itself. */
export function pullRequest(state: GithubState, stored: StoredIssue) {
  const { repository: of, number, pull } = stored;
  const api = `https://api.github.com/repos/${of}`;
  const at = `${api}/pulls/${number}`;
  const page = `https://github.com/${of}/pull/${number}`;
  const owner = of.split('/')[0]!;
  const repo = repository(state, state.repositories[of]!);
  const branch = (ref: string) => ({
    label: `${owner}:${ref}`,
    ref,
    sha: sha(`${of}/${ref}`),
    user: simpleUser(owner),
    repo,
  });
  const link = (href: string) => ({ href });
  const links = {
    commits_url: `${at}/commits`,
    review_comments_url: `${at}/comments`,
    review_comment_url: `${api}/pulls/comments{/number}`,
    statuses_url: `${api}/statuses/${sha(`${of}/${pull!.from}`)}`,
    issue_url: `${api}/issues/${number}`,
  };
  const merged = pull!.mergedAt !== null;
  return {
    ...common(stored),
    url: at,
    diff_url: `${page}.diff`,
    patch_url: `${page}.patch`,
    ...links,
    merged_at: pull!.mergedAt,
    merge_commit_sha: merged ? sha(`${of}/merge/${number}`) : null,
    requested_reviewers: [],
    requested_teams: [],
    draft: pull!.draft,
    head: branch(pull!.from),
    base: branch('main'),
    auto_merge: null,
    _links: {
      self: link(at),
      html: link(page),
      issue: link(links.issue_url),
      comments: link(`${links.issue_url}/comments`),
      review_comments: link(links.review_comments_url),
      review_comment: link(links.review_comment_url),
      commits: link(links.commits_url),
      statuses: link(links.statuses_url),
    },
    merged,
    mergeable: merged ? null : true,
    rebaseable: merged ? null : true,
    mergeable_state: merged ? 'unknown' : 'clean',
    merged_by: merged ? simpleUser('ada-marsh') : null,
    comments: state.comments.filter((one) => one.repository === of && one.number === number).length,
    review_comments: 0,
    maintainer_can_modify: false,
    commits: 2,
    additions: pull!.files.reduce((sum, { added }) => sum + added, 0),
    deletions: pull!.files.reduce((sum, { removed }) => sum + removed, 0),
    changed_files: pull!.files.length,
  };
}

export const pullFiles = ({ repository: of, pull }: StoredIssue) =>
  pull!.files.map(({ path, status, added, removed }) => ({
    sha: sha(`${of}/${path}`),
    filename: path,
    status,
    additions: added,
    deletions: removed,
    changes: added + removed,
    blob_url: `https://github.com/${of}/blob/${pull!.from}/${path}`,
    raw_url: `https://github.com/${of}/raw/${pull!.from}/${path}`,
    contents_url: `https://api.github.com/repos/${of}/contents/${path}?ref=${pull!.from}`,
    patch: '@@ -1,3 +1,12 @@',
  }));
