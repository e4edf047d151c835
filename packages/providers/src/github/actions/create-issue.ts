import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { repositoryField, repositoryPath } from '../fields.ts';
import { GithubIssue, isOf, patchIssue, shown, ShownIssue, traced } from '../issue.ts';

export const createIssue = defineAction({
  name: 'create_issue',
  title: 'Open an issue',
  description: 'Opens an issue in a repository. Running it twice opens two.',
  effect: 'write',
  idempotent: false,
  needs: ['issues.write'],
  phrases: ['open issue {title} in {repositoryId}', 'new github issue {title}'],
  input: z.object({
    repositoryId: repositoryField(),
    title: z.string().min(1).max(256).describe('Title'),
    text: z.string().max(60_000).default('').describe('Text, in Markdown'),
    labels: z.array(z.string().min(1).max(50)).max(20).optional().describe('Labels; only who may push can set them'),
    assignees: z.array(z.string().min(1).max(39)).max(10).optional().describe('Logins of the people it is for'),
  }),
  output: ShownIssue,

  /** @see https://docs.github.com/rest/issues/issues#create-an-issue */
  async run(context, { repositoryId, title, text, labels, assignees }) {
    const json = { title, body: traced(text, context), labels, assignees };
    return shown(await context.http.post(`${repositoryPath(repositoryId)}/issues`, { json, schema: GithubIssue }));
  },

  async recover(context, { repositoryId }) {
    const query = { state: 'all', sort: 'created', direction: 'desc', per_page: 50 };
    const path = `${repositoryPath(repositoryId)}/issues`;
    const issues = await context.http.get(path, { query, schema: z.array(GithubIssue) });
    const found = issues.find(({ body }) => isOf(body, context));
    return found && shown(found);
  },

  /** GitHub lets nobody delete an issue by this interface; it is closed as not planned. */
  async undo(context, { output }) {
    await patchIssue(context, output.id, { state: 'closed', state_reason: 'not_planned' });
  },

  examples: [
    {
      input: {
        repositoryId: 'fernhill-studio/harborline-site',
        title: 'Show the berth number on the quay map',
        text: 'Daniel asks for it.\n\n- [ ] numbers\n- [ ] legend',
        labels: ['enhancement'],
      },
    },
  ],
});
