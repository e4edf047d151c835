import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { itemChoice, read } from '../calls.ts';
import { DropboxFile, fileItem, VersionedItem } from '../items.ts';

const Revisions = z.object({ entries: z.array(DropboxFile) });

export const listVersions = defineAction({
  name: 'list_versions',
  title: 'List versions of a file',
  description: 'Lists what a file was before, the newest first.',
  effect: 'read',
  idempotent: true,
  needs: ['files.read'],
  phrases: ['versions of {itemId}', 'history of the file {itemId}'],
  input: z.strictObject({
    itemId: itemChoice.describe('File'),
    limit: z.int().min(1).max(100).default(10).describe('At most this many'),
  }),
  output: z.object({ versions: z.array(VersionedItem) }),

  /** @see https://www.dropbox.com/developers/documentation/http/documentation#files-list_revisions */
  async run(context, { itemId, limit }) {
    const asked = { path: itemId, mode: 'id', limit };
    const { entries } = await read(context, 'files/list_revisions', asked, Revisions);
    return { versions: entries.map(fileItem) };
  },

  examples: [{ input: { itemId: 'id:ada-export-sample' } }],
});
