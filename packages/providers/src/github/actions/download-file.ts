import { HubError } from '@switchboard/contracts';
import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { contentsPath } from '../contents.ts';
import { filePathField, refField, repositoryField } from '../fields.ts';

/** GitHub does not say what a file is; these are told by their endings. */
const mediaTypes: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  json: 'application/json',
  md: 'text/markdown',
  pdf: 'application/pdf',
  png: 'image/png',
  svg: 'image/svg+xml',
  txt: 'text/plain',
};

export const downloadFile = defineAction({
  name: 'download_file',
  title: 'Download a file',
  description: 'Downloads a file of a repository, up to a hundred megabytes.',
  effect: 'read',
  idempotent: true,
  needs: ['repos.read'],
  phrases: ['download {path} of {repositoryId}'],
  input: z.object({ repositoryId: repositoryField(), path: filePathField(), ref: refField() }),
  output: z.object({ fileId: z.string(), name: z.string(), mediaType: z.string(), sizeBytes: z.int() }),

  /** @see https://docs.github.com/rest/repos/contents#get-repository-content, "raw" */
  async run({ http, files }, { repositoryId, path, ref }) {
    const headers = { accept: 'application/vnd.github.raw+json' };
    const answer = await http.request('GET', contentsPath(repositoryId, path), {
      query: { ref },
      headers,
      streamed: true,
    });
    if (!/\braw\b/.test(answer.headers['content-type'] ?? '')) {
      await answer.stream().cancel();
      throw new HubError('input_invalid', 'That is a folder.');
    }
    const name = path.split('/').findLast(Boolean) ?? 'file';
    const mediaType = mediaTypes[name.split('.').at(-1)!.toLowerCase()] ?? 'application/octet-stream';
    const { fileId, sizeBytes } = await files.save({ name, mediaType }, answer.stream());
    return { fileId, name, mediaType, sizeBytes };
  },

  examples: [{ input: { repositoryId: 'fernhill-studio/harborline-site', path: 'docs/quay-map.png' } }],
});
