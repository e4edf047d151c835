import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { numbered, pullRequestField } from '../fields.ts';
import { withoutTrace } from '../issue.ts';

const Branch = z.object({ ref: z.string(), sha: z.string() });
const PullRequest = z.object({
  number: z.int(),
  title: z.string(),
  body: z.string().nullable(),
  state: z.string(),
  draft: z.boolean().optional(),
  merged: z.boolean(),
  mergeable: z.boolean().nullable(),
  html_url: z.string(),
  user: z.object({ login: z.string() }).nullable(),
  head: Branch,
  base: Branch,
  additions: z.int(),
  deletions: z.int(),
  comments: z.int(),
  review_comments: z.int(),
  created_at: z.string(),
  updated_at: z.string(),
});
const Files = z.array(z.object({ filename: z.string(), status: z.string(), additions: z.int(), deletions: z.int() }));

export const getPullRequest = defineAction({
  name: 'get_pull_request',
  title: 'Read a pull request',
  description: 'Reads one pull request with its branches and the files it changes, up to a hundred.',
  effect: 'read',
  idempotent: true,
  needs: ['repos.read'],
  phrases: ['show pull request {pullRequestId}'],
  input: z.object({ pullRequestId: pullRequestField() }),
  output: z.object({
    id: z.string(),
    title: z.string(),
    text: z.string(),
    state: z.enum(['open', 'draft', 'closed', 'merged']),
    canBeMerged: z.boolean().optional(),
    url: z.string(),
    author: z.string().optional(),
    from: z.string(),
    into: z.string(),
    additions: z.int(),
    deletions: z.int(),
    comments: z.int(),
    files: z.array(z.object({ path: z.string(), status: z.string(), additions: z.int(), deletions: z.int() })),
    createdAt: z.string(),
    updatedAt: z.string(),
  }),

  /** @see https://docs.github.com/rest/pulls/pulls#get-a-pull-request */
  async run({ http }, { pullRequestId }) {
    const { repository, repo, number } = numbered(pullRequestId);
    const path = `${repo}/pulls/${number}`;
    const pull = await http.get(path, { schema: PullRequest });
    const files = await http.get(`${path}/files`, { query: { per_page: 100 }, schema: Files });
    return {
      id: `${repository}#${pull.number}`,
      title: pull.title,
      text: withoutTrace(pull.body ?? ''),
      state: stateOf(pull),
      ...(pull.mergeable !== null && { canBeMerged: pull.mergeable }),
      url: pull.html_url,
      ...(pull.user && { author: pull.user.login }),
      from: pull.head.ref,
      into: pull.base.ref,
      additions: pull.additions,
      deletions: pull.deletions,
      comments: pull.comments + pull.review_comments,
      files: files.map(({ filename, ...file }) => ({ path: filename, ...file })),
      createdAt: pull.created_at,
      updatedAt: pull.updated_at,
    };
  },

  examples: [{ input: { pullRequestId: 'fernhill-studio/harborline-site#5' } }],
});

function stateOf({ merged, state, draft }: z.infer<typeof PullRequest>): 'open' | 'draft' | 'closed' | 'merged' {
  if (merged) return 'merged';
  if (state !== 'open') return 'closed';
  return draft ? 'draft' : 'open';
}
