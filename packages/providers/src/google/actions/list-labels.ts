import { mailListLabels } from '@switchboard/contracts';
import { defineAction } from '@switchboard/provider-kit';
import { fetchLabels } from '../mail/labels.ts';

export const listLabels = defineAction({
  name: 'list_labels',
  title: 'List labels',
  description: "Lists the labels of the mailbox: Gmail's own and yours.",
  fulfils: mailListLabels,
  effect: 'read',
  idempotent: true,
  needs: ['mail.read'],
  phrases: ['my labels', 'which labels do I have'],
  input: mailListLabels.input,
  output: mailListLabels.output,

  /** @see https://developers.google.com/workspace/gmail/api/reference/rest/v1/users.labels/list */
  async run(context) {
    const labels = await fetchLabels(context);
    return { labels: labels.map(({ id, name, type }) => ({ id, name, system: type === 'system' })) };
  },

  examples: [{ input: {} }],
});
