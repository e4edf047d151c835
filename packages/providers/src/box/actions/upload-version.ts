import { FileId, FileItem } from '@switchboard/contracts';
import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { fetchItem, fileOf, itemId, shown } from '../item.ts';
import { hexDigest } from '../sha1.ts';
import { upload } from '../upload.ts';

export const uploadVersion = defineAction({
  name: 'upload_version',
  title: 'Upload a new version',
  description: 'Replaces the content of a file; Box keeps the old version. The same content again changes nothing.',
  effect: 'write',
  idempotent: true,
  needs: ['files.write'],
  phrases: ['replace {itemId} by {fileId}', 'new version of {itemId}'],
  input: z.strictObject({
    itemId: itemId.describe('File that gets the new version'),
    fileId: FileId.describe('File'),
  }),
  output: FileItem,

  async before(context, { itemId: id }) {
    const { name, size, modified_at: modifiedAt } = await fetchItem(context, { kind: 'file', id: fileOf(id) });
    return { name, sizeBytes: size, modifiedAt };
  },

  /** @see https://developer.box.com/reference/post-files-id-content */
  async run(context, { itemId: id, fileId }) {
    const staged = await context.files.open(fileId);
    const there = await fetchItem(context, { kind: 'file', id: fileOf(id) });
    if (there.sha1 === (await hexDigest(staged.stream()))) return shown(there);
    return shown(await upload(context, staged, { file: there.id, name: there.name }));
  },

  async recover(context, { itemId: id, fileId }) {
    const staged = await context.files.open(fileId);
    const there = await fetchItem(context, { kind: 'file', id: fileOf(id) });
    return there.sha1 === (await hexDigest(staged.stream())) ? shown(there) : undefined;
  },

  examples: [{ input: { itemId: 'file:7001', fileId: '01990000-0000-7000-8000-00000000000a' } }],
});
