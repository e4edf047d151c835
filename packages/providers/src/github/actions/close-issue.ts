import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { issueField } from '../fields.ts';
import { patchIssue, readIssue, shown, ShownIssue } from '../issue.ts';

export const closeIssue = defineAction({
  name: 'close_issue',
  title: 'Close an issue',
  description: 'Closes an issue as done or as not planned. Running it twice changes nothing more.',
  effect: 'write',
  idempotent: true,
  needs: ['issues.write'],
  phrases: ['close issue {issueId}'],
  input: z.object({
    issueId: issueField(),
    reason: z.enum(['completed', 'not_planned']).default('completed').describe('Why it is closed'),
  }),
  output: ShownIssue,

  async before(context, { issueId }) {
    const { title, state } = shown(await readIssue(context, issueId));
    return { title, state };
  },

  /** @see https://docs.github.com/rest/issues/issues#update-an-issue */
  run: async (context, { issueId, reason }) =>
    shown(await patchIssue(context, issueId, { state: 'closed', state_reason: reason })),

  async undo(context, { input, before }) {
    if (before.state === 'open') await patchIssue(context, input.issueId, { state: 'open', state_reason: 'reopened' });
  },

  examples: [{ input: { issueId: 'fernhill-studio/harborline-site#4' } }],
});
