import { z } from 'zod';
import { FileId, Instant, outsideId } from '../ids.ts';
import { defineCapability } from './capability.ts';

/** A file or folder at a provider; `id` is the provider's own. */
export const FileItem = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(['file', 'folder']),
  mediaType: z.string().optional(),
  sizeBytes: z.int().nonnegative().optional(),
  modifiedAt: Instant.optional(),
  /** The folder it lies in. */
  folderId: z.string().optional(),
  /** Where it lies, as people read it: `/Plans/2026`. */
  path: z.string().optional(),
  url: z.url().optional(),
});
export type FileItem = z.infer<typeof FileItem>;

const itemId = outsideId(1024).describe('File or folder');
const folderId = outsideId(1024).describe('Folder; the top one unless given').optional();
const limit = z.int().min(1).max(100).default(50).describe('At most this many');
const cursor = z.string().max(4096).describe('Where the last page ended').optional();
const page = z.object({ items: z.array(FileItem), nextCursor: z.string().optional() });

export const filesList = defineCapability({
  name: 'files.list',
  title: 'List a folder',
  effect: 'read',
  input: z.strictObject({ folderId, limit, cursor }),
  output: page,
});

export const filesSearch = defineCapability({
  name: 'files.search',
  title: 'Search files',
  effect: 'read',
  input: z.strictObject({ query: z.string().min(1).max(500).describe('Words of the name or content'), limit, cursor }),
  output: page,
});

export const filesDownload = defineCapability({
  name: 'files.download',
  title: 'Download a file',
  effect: 'read',
  input: z.strictObject({ itemId }),
  output: z.object({
    fileId: FileId,
    name: z.string(),
    mediaType: z.string(),
    sizeBytes: z.int().nonnegative(),
  }),
});

export const filesUpload = defineCapability({
  name: 'files.upload',
  title: 'Upload a file',
  effect: 'write',
  input: z.strictObject({
    fileId: FileId.describe('File'),
    name: z.string().min(1).max(255).describe("Its name there; the file's own unless given").optional(),
    folderId,
  }),
  output: FileItem,
});

export const filesCreateFolder = defineCapability({
  name: 'files.create_folder',
  title: 'Create a folder',
  effect: 'write',
  input: z.strictObject({ name: z.string().min(1).max(255).describe('Name'), folderId }),
  output: FileItem,
});

export const filesMove = defineCapability({
  name: 'files.move',
  title: 'Move or rename',
  effect: 'write',
  input: z.strictObject({
    itemId,
    toFolderId: outsideId(1024).describe('Folder it moves to').optional(),
    name: z.string().min(1).max(255).describe('New name').optional(),
  }),
  output: FileItem,
});

/** Into the provider's bin where it has one. */
export const filesDelete = defineCapability({
  name: 'files.delete',
  title: 'Delete',
  effect: 'destroy',
  input: z.strictObject({ itemId }),
  output: z.object({ itemId: z.string(), deleted: z.literal(true) }),
});

/** A link that others can open. */
export const filesShareLink = defineCapability({
  name: 'files.share_link',
  title: 'Share by link',
  effect: 'send',
  input: z.strictObject({ itemId }),
  output: z.object({ itemId: z.string(), url: z.url() }),
});
