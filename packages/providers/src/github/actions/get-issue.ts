import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { issueField } from '../fields.ts';
import { readIssue, shown, ShownIssue } from '../issue.ts';

export const getIssue = defineAction({
  name: 'get_issue',
  title: 'Read an issue',
  description: 'Reads one issue with its text, labels and people.',
  effect: 'read',
  idempotent: true,
  needs: ['repos.read'],
  phrases: ['show issue {issueId}'],
  input: z.object({ issueId: issueField() }),
  output: ShownIssue,

  /** @see https://docs.github.com/rest/issues/issues#get-an-issue */
  run: async (context, { issueId }) => shown(await readIssue(context, issueId)),

  examples: [{ input: { issueId: 'fernhill-studio/harborline-site#3' } }],
});
