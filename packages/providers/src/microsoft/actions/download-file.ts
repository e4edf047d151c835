import { filesDownload, HubError } from '@switchboard/contracts';
import { defineAction } from '@switchboard/provider-kit';
import { fetchItem, itemId, itemPath } from '../files/item.ts';

export const downloadFile = defineAction({
  name: 'download_file',
  title: 'Download a file',
  description: 'Fetches a file and keeps it among your files here.',
  fulfils: filesDownload,
  effect: 'read',
  idempotent: true,
  needs: ['files.read'],
  phrases: ['download {itemId}', 'get {itemId}'],
  input: filesDownload.input.extend({ itemId }),
  output: filesDownload.output,

  /** @see https://learn.microsoft.com/graph/api/driveitem-get-content */
  async run(context, { itemId: id }) {
    const { http, files } = context;
    const item = await fetchItem(context, id);
    if (item.folder) throw new HubError('input_invalid', 'That is a folder. Choose a file in it.');
    const { headers } = await http.request('GET', `${itemPath(id)}/content`, { redirect: 'manual' });
    if (!headers.location) {
      throw new HubError('provider_unavailable', 'OneDrive gave no address of the content. Try again.');
    }
    const content = await http.request('GET', headers.location, { link: true, streamed: true });
    const mediaType = item.file?.mimeType ?? 'application/octet-stream';
    const { fileId, sizeBytes } = await files.save({ name: item.name, mediaType }, content.stream());
    return { fileId, name: item.name, mediaType, sizeBytes };
  },

  examples: [{ input: { itemId: '01ADA-HARBORLINE-CONTRACTPDF' } }],
});
