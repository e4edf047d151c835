import { filesDownload } from '@switchboard/contracts';
import { defineAction, picked } from '@switchboard/provider-kit';
import { download } from '../drive/download.ts';
import { ExportAs } from '../drive/export.ts';

const choice = picked({ action: 'google.list_own_files', items: 'items', label: 'name' }, 1024);

export const downloadOwnFile = defineAction({
  name: 'download_own_file',
  title: 'Download a file of the hub',
  description: 'Puts a file that the hub made in the Drive among your staged files.',
  effect: 'read',
  idempotent: true,
  needs: ['drive.file'],
  phrases: ['download the uploaded file {itemId}', 'get {itemId} back'],
  input: filesDownload.input.extend({ itemId: choice.describe('File that the hub made'), exportAs: ExportAs }),
  output: filesDownload.output,

  /** @see https://developers.google.com/workspace/drive/api/guides/manage-downloads */
  run: (context, { itemId, exportAs }) => download(context, itemId, exportAs),

  examples: [{ input: { itemId: 'file-hub-notes' } }],
});
