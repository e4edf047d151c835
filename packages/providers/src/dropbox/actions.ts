import type { AnyAction } from '@switchboard/provider-kit';
import { copyItem } from './actions/copy-item.ts';
import { createFolder } from './actions/create-folder.ts';
import { deleteItem } from './actions/delete-item.ts';
import { downloadFile } from './actions/download-file.ts';
import { getItem } from './actions/get-item.ts';
import { getSpace } from './actions/get-space.ts';
import { listFolder } from './actions/list-folder.ts';
import { listLinks } from './actions/list-links.ts';
import { listVersions } from './actions/list-versions.ts';
import { moveItem } from './actions/move-item.ts';
import { removeLink } from './actions/remove-link.ts';
import { restoreVersion } from './actions/restore-version.ts';
import { searchFiles } from './actions/search-files.ts';
import { shareLink } from './actions/share-link.ts';
import { uploadFile } from './actions/upload-file.ts';

export const actions: readonly AnyAction[] = [
  listFolder,
  searchFiles,
  getItem,
  downloadFile,
  uploadFile,
  createFolder,
  moveItem,
  copyItem,
  deleteItem,
  listVersions,
  restoreVersion,
  shareLink,
  listLinks,
  removeLink,
  getSpace,
];
