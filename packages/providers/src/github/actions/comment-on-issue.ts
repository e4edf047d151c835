import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { GithubComment, ShownComment, shownComment } from '../comment.ts';
import { issueField, numbered } from '../fields.ts';
import { isOf, issuePath, traced } from '../issue.ts';

/** A run is looked for among the comments of the last hours. */
const lookBackMs = 6 * 3_600_000;

export const commentOnIssue = defineAction({
  name: 'comment_on_issue',
  title: 'Comment on an issue',
  description: 'Writes a comment under an issue or pull request. Running it twice writes two.',
  effect: 'send',
  idempotent: false,
  needs: ['issues.write'],
  phrases: ['comment on issue {issueId}: {text}'],
  input: z.object({ issueId: issueField(), text: z.string().min(1).max(60_000).describe('Comment, in Markdown') }),
  output: ShownComment.extend({ issueId: z.string() }),

  /** @see https://docs.github.com/rest/issues/comments#create-an-issue-comment */
  async run(context, { issueId, text }) {
    const json = { body: traced(text, context) };
    const comment = await context.http.post(`${issuePath(issueId)}/comments`, { json, schema: GithubComment });
    return { ...shownComment(comment), issueId };
  },

  async recover(context, { issueId }) {
    const query = { since: new Date(context.now.getTime() - lookBackMs).toISOString(), per_page: 100 };
    const path = `${issuePath(issueId)}/comments`;
    const comments = await context.http.get(path, { query, schema: z.array(GithubComment) });
    const found = comments.find(({ body }) => isOf(body, context));
    return found && { ...shownComment(found), issueId };
  },

  async before(context, { issueId }) {
    const { title } = await context.http.get(issuePath(issueId), { schema: z.object({ title: z.string() }) });
    return { title };
  },

  async undo({ http }, { input, output }) {
    const { repo } = numbered(input.issueId);
    await http.delete(`${repo}/issues/comments/${encodeURIComponent(output.id)}`, { idempotent: true });
  },

  examples: [
    { input: { issueId: 'fernhill-studio/harborline-site#2', text: 'The export has the ports now. Thank you!' } },
  ],
});
