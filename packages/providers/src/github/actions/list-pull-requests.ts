import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { pageFields, repositoryField, repositoryPath } from '../fields.ts';
import { GithubIssue, shown, ShownIssue } from '../issue.ts';
import { listed } from '../listing.ts';

export const listPullRequests = defineAction({
  name: 'list_pull_requests',
  title: 'List pull requests',
  description: 'Lists pull requests of a repository, or without one those that involve you.',
  effect: 'read',
  idempotent: true,
  needs: ['repos.read'],
  phrases: ['pull requests in {repositoryId}', 'my pull requests', 'what waits for my review'],
  input: z.object({
    repositoryId: repositoryField().optional(),
    state: z.enum(['open', 'closed', 'all']).default('open').describe('Open, closed or all'),
    ...pageFields,
  }),
  output: z.object({ pullRequests: z.array(ShownIssue), nextCursor: z.string().optional() }),

  /** @see https://docs.github.com/rest/search/search#search-issues-and-pull-requests */
  async run(context, { repositoryId, state, ...page }) {
    const q = [
      'is:pull-request',
      repositoryId === undefined ? 'involves:@me' : `repo:${repositoryPath(repositoryId).slice('/repos/'.length)}`,
      ...(state === 'all' ? [] : [`state:${state}`]),
    ];
    const asked = { path: '/search/issues', query: { q: q.join(' '), sort: 'updated' } };
    const { value, next } = await listed(context, asked, page, z.object({ items: z.array(GithubIssue) }));
    return { pullRequests: value.items.map(shown), ...next };
  },

  examples: [
    { input: { repositoryId: 'fernhill-studio/harborline-site' } },
    { title: 'Mine', input: { state: 'all' } },
  ],
});
