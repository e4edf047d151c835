import { filesDownload } from '@switchboard/contracts';
import { defineAction } from '@switchboard/provider-kit';
import { itemChoice } from '../drive/calls.ts';
import { download } from '../drive/download.ts';
import { ExportAs } from '../drive/export.ts';

export const downloadFile = defineAction({
  name: 'download_file',
  title: 'Download a file',
  description: 'Puts a file among your staged files; Google Docs, Sheets and Slides become the form you choose.',
  fulfils: filesDownload,
  effect: 'read',
  idempotent: true,
  needs: ['drive.read'],
  phrases: ['download {itemId}', 'get the file {itemId}'],
  input: filesDownload.input.extend({ itemId: itemChoice, exportAs: ExportAs }),
  output: filesDownload.output,

  /** @see https://developers.google.com/workspace/drive/api/guides/manage-downloads */
  run: (context, { itemId, exportAs }) => download(context, itemId, exportAs),

  examples: [
    { input: { itemId: 'file-contract' } },
    { title: 'A sheet as Excel', input: { itemId: 'sheet-budget', exportAs: 'office' } },
  ],
});
