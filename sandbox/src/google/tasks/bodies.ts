import { z } from 'zod';
import { q } from '../../kit/api.ts';

const text = z.string().nullish();

/** A task as a client may send it; what Google sets itself is taken and not looked at. */
export const TaskBody = z.strictObject({
  assignmentInfo: z.looseObject({}).nullish(),
  completed: z.iso.datetime({ offset: true, error: 'not an RFC 3339 time' }).nullish(),
  deleted: z.boolean().nullish(),
  due: z.iso.datetime({ offset: true, error: 'not an RFC 3339 time' }).nullish(),
  etag: text,
  hidden: z.boolean().nullish(),
  id: text,
  kind: text,
  links: z.array(z.looseObject({})).nullish(),
  notes: z.string().max(8192, 'longer than 8192 characters').nullish(),
  parent: text,
  position: text,
  selfLink: text,
  status: z.enum(['needsAction', 'completed']).nullish(),
  title: z.string().max(1024, 'longer than 1024 characters').nullish(),
  updated: text,
  webViewLink: text,
});
export type TaskBody = z.infer<typeof TaskBody>;

export const TaskListBody = z.strictObject({
  etag: text,
  id: text,
  kind: text,
  selfLink: text,
  title: z.string().max(1024, 'longer than 1024 characters').nullish(),
  updated: text,
});

export const ListTasks = z.strictObject({
  completedMax: q.time(),
  completedMin: q.time(),
  dueMax: q.time(),
  dueMin: q.time(),
  maxResults: q.int(1, 100),
  pageToken: q.text(),
  showAssigned: q.bool(),
  showCompleted: q.bool(),
  showDeleted: q.bool(),
  showHidden: q.bool(),
  updatedMin: q.time(),
});
export type ListTasks = z.infer<typeof ListTasks>;
