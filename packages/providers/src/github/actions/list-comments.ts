import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { GithubComment, ShownComment, shownComment } from '../comment.ts';
import { issueField, pageFields } from '../fields.ts';
import { issuePath } from '../issue.ts';
import { listed } from '../listing.ts';

export const listComments = defineAction({
  name: 'list_comments',
  title: 'Read the comments of an issue',
  description: 'Lists what people wrote under an issue or pull request, the oldest first.',
  effect: 'read',
  idempotent: true,
  needs: ['repos.read'],
  phrases: ['comments of issue {issueId}'],
  input: z.object({ issueId: issueField(), ...pageFields }),
  output: z.object({ comments: z.array(ShownComment), nextCursor: z.string().optional() }),

  /** @see https://docs.github.com/rest/issues/comments#list-issue-comments */
  async run(context, { issueId, ...page }) {
    const path = `${issuePath(issueId)}/comments`;
    const { value, next } = await listed(context, { path }, page, z.array(GithubComment));
    return { comments: value.map(shownComment), ...next };
  },

  examples: [{ input: { issueId: 'fernhill-studio/harborline-site#2' } }],
});
