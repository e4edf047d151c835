import { mailListLabels } from '@switchboard/contracts';
import { defineAction } from '@switchboard/provider-kit';
import { foldersOf, mailboxOf } from '../mail/api.ts';

const system = /^(inbox|drafts|templates|snoozed|sent|spam|trash|outbox|unread)$/i;

export const listFolders = defineAction({
  name: 'list_folders',
  title: 'List mail folders',
  description: 'Lists the folders of the mailbox.',
  fulfils: mailListLabels,
  effect: 'read',
  idempotent: true,
  needs: ['mail.read'],
  phrases: ['my mail folders'],
  input: mailListLabels.input,
  output: mailListLabels.output,

  async run(context) {
    const { accountId } = await mailboxOf(context);
    const folders = await foldersOf(context, accountId);
    return {
      labels: folders.map(({ folderId: id, folderName: name, folderType = name }) => ({
        id,
        name,
        system: system.test(folderType),
      })),
    };
  },

  examples: [{ input: {} }],
});
