import { HubError } from '@switchboard/contracts';
import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { issueField } from '../fields.ts';
import { patchIssue, readIssue, shown, ShownIssue, traceIn } from '../issue.ts';

export const updateIssue = defineAction({
  name: 'update_issue',
  title: 'Change an issue',
  description:
    'Changes title, text, labels or people of an issue; what is left out stays. Running it twice changes nothing more.',
  effect: 'write',
  idempotent: true,
  needs: ['issues.write'],
  phrases: ['rename issue {issueId} to {title}', 'assign issue {issueId} to {assignees}'],
  input: z.object({
    issueId: issueField(),
    title: z.string().min(1).max(256).optional().describe('New title'),
    text: z.string().max(60_000).optional().describe('New text, in Markdown'),
    labels: z.array(z.string().min(1).max(50)).max(20).optional().describe('All labels it shall have'),
    assignees: z.array(z.string().min(1).max(39)).max(10).optional().describe('Logins of all people it shall be for'),
  }),
  output: ShownIssue,

  async before(context, { issueId }) {
    const issue = await readIssue(context, issueId);
    const { title, text, labels, assignees } = shown(issue);
    return { title, text, labels, assignees, trace: traceIn(issue.body ?? '') };
  },

  /** @see https://docs.github.com/rest/issues/issues#update-an-issue */
  async run(context, { issueId, title, text, labels, assignees }) {
    if ([title, text, labels, assignees].every((one) => one === undefined))
      throw new HubError('input_invalid', 'Say what to change.');
    const body = text === undefined ? undefined : text + traceIn((await readIssue(context, issueId)).body ?? '');
    return shown(await patchIssue(context, issueId, { title, body, labels, assignees }));
  },

  async undo(context, { input, before: { trace, text, title, labels, assignees } }) {
    await patchIssue(context, input.issueId, { title, body: text + trace, labels, assignees });
  },

  examples: [
    { input: { issueId: 'fernhill-studio/harborline-site#3', title: 'Draw the quay map in three colours' } },
    { title: 'For someone', input: { issueId: 'fernhill-studio/harborline-site#4', assignees: ['ada-marsh'] } },
  ],
});
