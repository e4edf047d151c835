import type { AnyAction } from '@switchboard/provider-kit';
import { appendText } from './actions/append-text.ts';
import { commentOnPage } from './actions/comment-on-page.ts';
import { createPage } from './actions/create-page.ts';
import { listComments } from './actions/list-comments.ts';
import { listDatabases } from './actions/list-databases.ts';
import { listPeople } from './actions/list-people.ts';
import { queryDatabase } from './actions/query-database.ts';
import { readPage } from './actions/read-page.ts';
import { restorePage } from './actions/restore-page.ts';
import { searchPages } from './actions/search-pages.ts';
import { trashPage } from './actions/trash-page.ts';
import { updatePage } from './actions/update-page.ts';

export const actions: readonly AnyAction[] = [
  searchPages,
  readPage,
  createPage,
  updatePage,
  appendText,
  trashPage,
  restorePage,
  listDatabases,
  queryDatabase,
  listComments,
  commentOnPage,
  listPeople,
];
