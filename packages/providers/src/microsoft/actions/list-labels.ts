import { mailListLabels } from '@switchboard/contracts';
import { defineAction } from '@switchboard/provider-kit';
import { GraphCategory } from '../mail/answer.ts';
import { fetchFolders, wellKnownIds } from '../mail/folders.ts';
import { allOf } from '../pages.ts';

export const listLabels = defineAction({
  name: 'list_labels',
  title: 'List folders and categories',
  description: 'Lists the folders of the mailbox, those that every mailbox has marked, and the categories.',
  fulfils: mailListLabels,
  effect: 'read',
  idempotent: true,
  needs: ['mail.read'],
  phrases: ['my mail folders', 'my labels', 'which categories do I have'],
  input: mailListLabels.input,
  output: mailListLabels.output,

  /** @see https://learn.microsoft.com/graph/api/outlookuser-list-mastercategories (read 2026-11-21) */
  async run(context) {
    const folders = await fetchFolders(context);
    const system = await wellKnownIds(context);
    const categories = await allOf(context, '/me/outlook/masterCategories', GraphCategory, { query: {} });
    return {
      labels: [
        ...folders.map(({ id, name }) => ({ id, name, system: system.has(id) })),
        ...categories.map(({ id, displayName }) => ({ id, name: displayName, system: false })),
      ],
    };
  },

  examples: [{ input: {} }],
});
