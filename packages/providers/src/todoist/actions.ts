import type { AnyAction } from '@switchboard/provider-kit';
import { commentOnTask } from './actions/comment-on-task.ts';
import { completeTask } from './actions/complete-task.ts';
import { createTask } from './actions/create-task.ts';
import { deleteTask } from './actions/delete-task.ts';
import { getTask } from './actions/get-task.ts';
import { listComments } from './actions/list-comments.ts';
import { listProjects } from './actions/list-projects.ts';
import { listSections } from './actions/list-sections.ts';
import { moveTask } from './actions/move-task.ts';
import { reopenTask } from './actions/reopen-task.ts';
import { searchTasks } from './actions/search-tasks.ts';
import { updateTask } from './actions/update-task.ts';

export const actions: readonly AnyAction[] = [
  searchTasks,
  getTask,
  createTask,
  updateTask,
  completeTask,
  reopenTask,
  moveTask,
  commentOnTask,
  listComments,
  deleteTask,
  listProjects,
  listSections,
];
