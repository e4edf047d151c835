import { nameFor } from '../../kit/random.ts';
import type { StoredList, StoredTask } from './state.ts';

const base = 'https://www.googleapis.com/tasks/v1';
const etagOf = (value: unknown): string => `"${nameFor(JSON.stringify(value), 20)}"`;

export const renderList = (list: StoredList): Record<string, unknown> => ({
  kind: 'tasks#taskList',
  id: list.id,
  etag: etagOf([list.id, list.title, list.updated]),
  title: list.title,
  updated: list.updated,
  selfLink: `${base}/users/@me/lists/${list.id}`,
});

/** Google writes places as twenty digits, so that they sort as text. */
const positionOf = (list: StoredList, task: StoredTask): string => {
  const siblings = list.tasks.filter((one) => one.parent === task.parent);
  return String(siblings.indexOf(task)).padStart(20, '0');
};

export const renderTask = (list: StoredList, task: StoredTask): Record<string, unknown> => ({
  kind: 'tasks#task',
  id: task.id,
  etag: etagOf(task),
  title: task.title,
  updated: task.updated,
  selfLink: `${base}/lists/${list.id}/tasks/${task.id}`,
  ...(task.parent && { parent: task.parent }),
  position: positionOf(list, task),
  ...(task.notes && { notes: task.notes }),
  status: task.status,
  ...(task.due && { due: `${task.due}T00:00:00.000Z` }),
  ...(task.completed && { completed: task.completed }),
  ...(task.deleted && { deleted: true }),
  ...(task.hidden && { hidden: true }),
  links: [],
  webViewLink: `https://tasks.google.com/task/${task.id}`,
});
