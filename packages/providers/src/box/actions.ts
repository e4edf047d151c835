import type { AnyAction } from '@switchboard/provider-kit';
import { addComment } from './actions/add-comment.ts';
import { createFolder } from './actions/create-folder.ts';
import { deleteItem } from './actions/delete-item.ts';
import { downloadFile } from './actions/download-file.ts';
import { listBin } from './actions/list-bin.ts';
import { listComments } from './actions/list-comments.ts';
import { listFolder } from './actions/list-folder.ts';
import { moveItem } from './actions/move-item.ts';
import { readItem } from './actions/read-item.ts';
import { restoreItem } from './actions/restore-item.ts';
import { searchFiles } from './actions/search-files.ts';
import { shareLink } from './actions/share-link.ts';
import { unshare } from './actions/unshare.ts';
import { uploadFile } from './actions/upload-file.ts';
import { uploadVersion } from './actions/upload-version.ts';

/** Every action of Box's, in the order the catalogue shows them. */
export const actions: readonly AnyAction[] = [
  listFolder,
  searchFiles,
  readItem,
  downloadFile,
  uploadFile,
  uploadVersion,
  createFolder,
  moveItem,
  deleteItem,
  listBin,
  restoreItem,
  shareLink,
  unshare,
  listComments,
  addComment,
];
