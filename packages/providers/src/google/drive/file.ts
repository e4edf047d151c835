import type { FileItem } from '@switchboard/contracts';
import { z } from 'zod';

export const GoogleFile = z.object({
  id: z.string(),
  name: z.string().default(''),
  mimeType: z.string().default('application/octet-stream'),
  size: z.string().regex(/^\d+$/).optional(),
  modifiedTime: z.iso.datetime({ offset: true }).optional(),
  parents: z.array(z.string()).optional(),
  webViewLink: z.url().optional(),
  trashed: z.boolean().optional(),
});
export type GoogleFile = z.infer<typeof GoogleFile>;

export const GoogleFiles = z.object({ files: z.array(GoogleFile).default([]), nextPageToken: z.string().optional() });

/** The members of a file that the hub reads; Google answers four of them unless it is told. */
export const fileFields = 'id,name,mimeType,size,modifiedTime,parents,webViewLink,trashed';
export const filesFields = `nextPageToken,files(${fileFields})`;

export const folderType = 'application/vnd.google-apps.folder';

export const toFileItem = (file: GoogleFile): FileItem => ({
  id: file.id,
  name: file.name,
  kind: file.mimeType === folderType ? 'folder' : 'file',
  mediaType: file.mimeType === folderType ? undefined : file.mimeType,
  sizeBytes: file.size === undefined ? undefined : Number(file.size),
  modifiedAt: file.modifiedTime,
  folderId: file.parents?.[0],
  url: file.webViewLink,
});
