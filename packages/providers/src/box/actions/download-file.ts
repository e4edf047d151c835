import { filesDownload, HubError } from '@switchboard/contracts';
import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { fetchItem, fileOf, itemId } from '../item.ts';

export const downloadFile = defineAction({
  name: 'download_file',
  title: 'Download a file',
  description: 'Fetches a file and keeps it among your files here.',
  fulfils: filesDownload,
  effect: 'read',
  idempotent: true,
  needs: ['files.read'],
  phrases: ['download {itemId}', 'get {itemId}'],
  input: z.strictObject({ itemId }),
  output: filesDownload.output,

  /** @see https://developer.box.com/reference/get-files-id-content */
  async run(context, { itemId: given }) {
    const { http, files } = context;
    const id = fileOf(given);
    const { name } = await fetchItem(context, { kind: 'file', id });
    const answer = await http.request('GET', `/files/${id}/content`, { redirect: 'manual' });
    const { location, 'retry-after': seconds } = answer.headers;
    if (!location) {
      const retryAfterSeconds = Number(seconds) || 10;
      throw new HubError('provider_unavailable', 'Box is still getting this file ready. Try again in a moment.', {
        provider: 'box',
        retryAfterSeconds,
      });
    }
    const content = await http.request('GET', location, { link: true, streamed: true });
    const mediaType = (content.headers['content-type'] ?? 'application/octet-stream').split(';')[0]!.trim();
    const { fileId, sizeBytes } = await files.save({ name, mediaType }, content.stream());
    return { fileId, name, mediaType, sizeBytes };
  },

  examples: [{ input: { itemId: 'file:7001' } }],
});
