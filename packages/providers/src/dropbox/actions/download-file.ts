import { FileId, filesDownload } from '@switchboard/contracts';
import { defineAction } from '@switchboard/provider-kit';
import { content, headerJson, itemChoice } from '../calls.ts';
import { mediaTypeOf } from '../media-type.ts';
import { resultIn } from '../upload.ts';

export const downloadFile = defineAction({
  name: 'download_file',
  title: 'Download a file',
  description: 'Puts a file among your staged files.',
  fulfils: filesDownload,
  effect: 'read',
  idempotent: true,
  needs: ['files.read'],
  phrases: ['download {itemId}', 'get the file {itemId}'],
  input: filesDownload.input.extend({ itemId: itemChoice.describe('File, by its id or its path') }),
  output: filesDownload.output,

  /** @see https://www.dropbox.com/developers/documentation/http/documentation#files-download */
  async run({ http, files }, { itemId }) {
    const answer = await http.request('POST', `${content}/files/download`, {
      headers: { 'dropbox-api-arg': headerJson({ path: itemId }) },
      streamed: true,
      idempotent: true,
    });
    const { name } = resultIn(answer.headers);
    const mediaType = mediaTypeOf(name);
    const { fileId, sizeBytes } = await files.save({ name, mediaType }, answer.stream());
    return { fileId: FileId.parse(fileId), name, mediaType, sizeBytes };
  },

  examples: [{ input: { itemId: 'id:ada-contract' } }],
});
