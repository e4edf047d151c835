import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { issueField } from '../fields.ts';
import { patchIssue, readIssue, shown, ShownIssue } from '../issue.ts';

export const reopenIssue = defineAction({
  name: 'reopen_issue',
  title: 'Reopen an issue',
  description: 'Opens a closed issue again. Running it twice changes nothing more.',
  effect: 'write',
  idempotent: true,
  needs: ['issues.write'],
  phrases: ['reopen issue {issueId}'],
  input: z.object({ issueId: issueField() }),
  output: ShownIssue,

  async before(context, { issueId }) {
    const { title, state } = shown(await readIssue(context, issueId));
    return { title, state };
  },

  /** @see https://docs.github.com/rest/issues/issues#update-an-issue */
  run: async (context, { issueId }) =>
    shown(await patchIssue(context, issueId, { state: 'open', state_reason: 'reopened' })),

  async undo(context, { input, before }) {
    if (before.state === 'closed') await patchIssue(context, input.issueId, { state: 'closed' });
  },

  examples: [{ input: { issueId: 'fernhill-studio/harborline-site#1' } }],
});
