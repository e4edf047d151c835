import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { pageFields, repositoryField, repositoryPath } from '../fields.ts';
import { GithubIssue, shown, ShownIssue } from '../issue.ts';
import { listed } from '../listing.ts';

export const searchIssues = defineAction({
  name: 'search_issues',
  title: 'Search issues',
  description: 'Finds issues by words, repository and state; without any of them, those that involve you.',
  effect: 'read',
  idempotent: true,
  needs: ['repos.read'],
  phrases: ['search issues for {query}', 'my github issues', 'issues in {repositoryId}'],
  input: z.object({
    query: z.string().max(200).optional().describe('Words to look for; GitHub search qualifiers work too'),
    repositoryId: repositoryField().optional(),
    state: z.enum(['open', 'closed', 'all']).default('open').describe('Open, closed or all'),
    ...pageFields,
  }),
  output: z.object({ issues: z.array(ShownIssue), nextCursor: z.string().optional() }),

  /** @see https://docs.github.com/rest/search/search#search-issues-and-pull-requests */
  async run(context, { query, repositoryId, state, ...page }) {
    const words = query?.trim() ?? '';
    const q = [
      words,
      'is:issue',
      ...(repositoryId === undefined ? [] : [`repo:${repositoryPath(repositoryId).slice('/repos/'.length)}`]),
      ...(state === 'all' ? [] : [`state:${state}`]),
      ...(words === '' && repositoryId === undefined ? ['involves:@me'] : []),
    ];
    const asked = { path: '/search/issues', query: { q: q.filter(Boolean).join(' '), sort: 'updated' } };
    const { value, next } = await listed(context, asked, page, z.object({ items: z.array(GithubIssue) }));
    return { issues: value.items.map(shown), ...next };
  },

  examples: [{ input: {} }, { title: 'By words', input: { query: 'quay map', state: 'all' } }],
});
