import { FileItem } from '@switchboard/contracts';
import { z } from 'zod';
import { mediaTypeOf } from './media-type.ts';

const shared = {
  id: z.string(),
  name: z.string(),
  path_display: z.string().optional(),
  path_lower: z.string().optional(),
};

export const DropboxFile = z.object({
  ...shared,
  rev: z.string(),
  size: z.int().nonnegative(),
  server_modified: z.iso.datetime(),
});
export const DropboxFolder = z.object(shared);
export type DropboxFile = z.infer<typeof DropboxFile>;

/** A file or folder, or what is left of one. */
export const DropboxMetadata = z.discriminatedUnion('.tag', [
  DropboxFile.extend({ '.tag': z.literal('file') }),
  DropboxFolder.extend({ '.tag': z.literal('folder') }),
  z.object({ '.tag': z.literal('deleted'), name: z.string() }),
]);
export type DropboxItem = Exclude<z.infer<typeof DropboxMetadata>, { '.tag': 'deleted' }>;

/** A file or folder with the revision that Dropbox keeps it under. */
export const VersionedItem = FileItem.extend({ rev: z.string().describe('Revision').optional() });
export type VersionedItem = z.infer<typeof VersionedItem>;

export const fileItem = (file: DropboxFile): VersionedItem => ({
  id: file.id,
  name: file.name,
  kind: 'file',
  mediaType: mediaTypeOf(file.name),
  sizeBytes: file.size,
  modifiedAt: file.server_modified,
  rev: file.rev,
  ...(file.path_display !== undefined && { path: file.path_display }),
});

export const folderItem = (folder: z.infer<typeof DropboxFolder>): VersionedItem => ({
  id: folder.id,
  name: folder.name,
  kind: 'folder',
  ...(folder.path_display !== undefined && { path: folder.path_display }),
});

export const toItem = (item: DropboxItem): VersionedItem =>
  item['.tag'] === 'file' ? fileItem(item) : folderItem(item);

/** Listed entries without those that are deleted. */
export const toItems = (entries: readonly z.infer<typeof DropboxMetadata>[]): VersionedItem[] =>
  entries.flatMap((entry) => (entry['.tag'] === 'deleted' ? [] : [toItem(entry)]));
