import type { AnyAction } from '@switchboard/provider-kit';
import { closeIssue } from './actions/close-issue.ts';
import { commentOnIssue } from './actions/comment-on-issue.ts';
import { createIssue } from './actions/create-issue.ts';
import { downloadFile } from './actions/download-file.ts';
import { getIssue } from './actions/get-issue.ts';
import { getPullRequest } from './actions/get-pull-request.ts';
import { listComments } from './actions/list-comments.ts';
import { listFiles } from './actions/list-files.ts';
import { listNotifications } from './actions/list-notifications.ts';
import { listPullRequests } from './actions/list-pull-requests.ts';
import { listRepositories } from './actions/list-repositories.ts';
import { markNotificationRead } from './actions/mark-notification-read.ts';
import { readFile } from './actions/read-file.ts';
import { reopenIssue } from './actions/reopen-issue.ts';
import { searchIssues } from './actions/search-issues.ts';
import { updateIssue } from './actions/update-issue.ts';

export const actions: readonly AnyAction[] = [
  listRepositories,
  searchIssues,
  getIssue,
  listComments,
  createIssue,
  updateIssue,
  closeIssue,
  reopenIssue,
  commentOnIssue,
  listPullRequests,
  getPullRequest,
  listNotifications,
  markNotificationRead,
  listFiles,
  readFile,
  downloadFile,
];
