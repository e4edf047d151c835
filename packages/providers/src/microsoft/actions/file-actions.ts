import type { AnyAction } from '@switchboard/provider-kit';
import { createFolder } from './create-folder.ts';
import { deleteItem } from './delete-item.ts';
import { downloadFile } from './download-file.ts';
import { getItem } from './get-item.ts';
import { listFolder } from './list-folder.ts';
import { moveItem } from './move-item.ts';
import { searchFiles } from './search-files.ts';
import { shareLink } from './share-link.ts';
import { uploadFile } from './upload-file.ts';

export const fileActions: readonly AnyAction[] = [
  listFolder,
  searchFiles,
  getItem,
  downloadFile,
  uploadFile,
  createFolder,
  moveItem,
  shareLink,
  deleteItem,
];
