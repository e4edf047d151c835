import { api, nodeId, simpleUser, web, type Shape } from './render-user.ts';
import type { GithubState, StoredRepository } from './state.ts';

const plainLinks = ['contributors', 'deployments', 'downloads', 'events', 'forks', 'hooks', 'languages', 'merges', 'stargazers', 'subscribers', 'subscription', 'tags', 'teams']; // prettier-ignore
const openLinks: Readonly<Record<string, string>> = {
  archive: '{archive_format}{/ref}', assignees: 'assignees{/user}', blobs: 'git/blobs{/sha}', branches: 'branches{/branch}', collaborators: 'collaborators{/collaborator}', comments: 'comments{/number}', commits: 'commits{/sha}', compare: 'compare/{base}...{head}', contents: 'contents/{+path}', git_commits: 'git/commits{/sha}', git_refs: 'git/refs{/sha}', git_tags: 'git/tags{/sha}', issue_comment: 'issues/comments{/number}', issue_events: 'issues/events{/number}', issues: 'issues{/number}', keys: 'keys{/key_id}', labels: 'labels{/name}', milestones: 'milestones{/number}', notifications: 'notifications{?since,all,participating}', pulls: 'pulls{/number}', releases: 'releases{/id}', statuses: 'statuses/{sha}', trees: 'git/trees{/sha}',
}; // prettier-ignore

/** A repository; `minimal` is how other things hold one. */
export function repository(state: GithubState, stored: StoredRepository, minimal = false): Shape {
  const [owner = '', name = ''] = stored.fullName.split('/');
  const at = `${api}/repos/${stored.fullName}`;
  const page = `${web}/${stored.fullName}`;
  const open = Object.values(state.issues).filter(
    (issue) => issue.repository === stored.fullName && issue.state === 'open',
  ).length;
  const links = [
    ...plainLinks.map((link) => [`${link}_url`, `${at}/${link}`]),
    ...Object.entries(openLinks).map(([link, path]) => [`${link}_url`, `${at}/${path}`]),
  ];
  const short = {
    id: stored.id,
    node_id: nodeId('Repository', stored.id),
    name,
    full_name: stored.fullName,
    private: stored.isPrivate,
    owner: simpleUser(owner),
    html_url: page,
    description: stored.description,
    fork: false,
    url: at,
    ...Object.fromEntries(links),
  };
  if (minimal) return short;
  return {
    ...short,
    created_at: stored.createdAt,
    updated_at: stored.pushedAt,
    pushed_at: stored.pushedAt,
    git_url: `git://github.com/${stored.fullName}.git`,
    ssh_url: `git@github.com:${stored.fullName}.git`,
    clone_url: `${page}.git`,
    svn_url: page,
    homepage: null,
    size: 120,
    stargazers_count: 0,
    watchers_count: 0,
    language: stored.language,
    has_issues: true,
    has_projects: true,
    has_downloads: true,
    has_wiki: false,
    has_pages: false,
    has_discussions: false,
    forks_count: 0,
    mirror_url: null,
    archived: false,
    disabled: false,
    open_issues_count: open,
    license: null,
    allow_forking: true,
    is_template: false,
    web_commit_signoff_required: false,
    topics: [],
    visibility: stored.isPrivate ? 'private' : 'public',
    forks: 0,
    open_issues: open,
    watchers: 0,
    default_branch: 'main',
  };
}
