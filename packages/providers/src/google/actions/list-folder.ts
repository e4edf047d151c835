import { filesList } from '@switchboard/contracts';
import { defineAction } from '@switchboard/provider-kit';
import { filesBy, folderChoice, listEverywhere } from '../drive/calls.ts';
import { inFolder } from '../drive/query.ts';

export const listFolder = defineAction({
  name: 'list_folder',
  title: 'List a folder',
  description: 'Lists what lies in a folder or a shared drive, folders first; without a folder in My Drive.',
  fulfils: filesList,
  effect: 'read',
  idempotent: true,
  needs: ['drive.read'],
  phrases: ['what is in {folderId}', 'list my files', 'show the folder {folderId}'],
  input: filesList.input.extend({ folderId: folderChoice.optional() }),
  output: filesList.output,

  /** @see https://developers.google.com/workspace/drive/api/reference/rest/v3/files/list */
  run: (context, { folderId, ...page }) =>
    filesBy(context, { q: inFolder(folderId ?? 'root'), orderBy: 'folder,name_natural', ...listEverywhere }, page),

  examples: [{ input: {} }, { title: 'One folder', input: { folderId: 'folder-harborline', limit: 10 } }],
});
