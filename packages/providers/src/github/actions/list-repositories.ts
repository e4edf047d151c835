import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { pageFields } from '../fields.ts';
import { listed } from '../listing.ts';

const Repositories = z.array(
  z.object({
    full_name: z.string(),
    description: z.string().nullable(),
    private: z.boolean(),
    html_url: z.string(),
    open_issues_count: z.int(),
    default_branch: z.string(),
    pushed_at: z.string().nullable(),
  }),
);

export const listRepositories = defineAction({
  name: 'list_repositories',
  title: 'List repositories',
  description:
    'Lists the repositories you own or work in, the last changed first; private ones where that was allowed.',
  effect: 'read',
  idempotent: true,
  needs: ['repos.read'],
  phrases: ['my repositories', 'list github repositories'],
  input: z.object(pageFields),
  output: z.object({
    repositories: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        description: z.string().optional(),
        isPrivate: z.boolean(),
        url: z.string(),
        openIssues: z.int(),
        defaultBranch: z.string(),
        pushedAt: z.string().optional(),
      }),
    ),
    nextCursor: z.string().optional(),
  }),

  /** @see https://docs.github.com/rest/repos/repos#list-repositories-for-the-authenticated-user */
  async run(context, page) {
    const { value, next } = await listed(
      context,
      { path: '/user/repos', query: { sort: 'pushed' } },
      page,
      Repositories,
    );
    const repositories = value.map((one) => ({
      id: one.full_name,
      title: one.full_name,
      ...(one.description && { description: one.description }),
      isPrivate: one.private,
      url: one.html_url,
      openIssues: one.open_issues_count,
      defaultBranch: one.default_branch,
      ...(one.pushed_at && { pushedAt: one.pushed_at }),
    }));
    return { repositories, ...next };
  },

  examples: [{ input: {} }],
});
