import { Task } from '@switchboard/contracts';
import type { ActionContext } from '@switchboard/provider-kit';
import { z } from 'zod';
import { segment } from './fields.ts';

const Named = z.object({ gid: z.string(), name: z.string().default('') });

/** The members of a task that we ask for. */
export const AsanaTask = z.object({
  gid: z.string(),
  name: z.string(),
  completed: z.boolean(),
  notes: z.string().default(''),
  due_on: z.iso.date().nullable(),
  due_at: z.iso.datetime({ offset: true }).nullish(),
  created_at: z.iso.datetime({ offset: true }),
  assignee: Named.nullish(),
  memberships: z.array(z.object({ project: Named, section: Named.nullish() })).default([]),
  permalink_url: z.url().optional(),
});
export type AsanaTask = z.infer<typeof AsanaTask>;

/** What `opt_fields` must say for {@link AsanaTask}. */
export const taskFields = [
  'name',
  'completed',
  'notes',
  'due_on',
  'due_at',
  'created_at',
  'assignee.name',
  'memberships.project.name',
  'memberships.section.name',
  'permalink_url',
].join(',');

/** A task as every provider shows it, with what Asana adds. */
export const ShownTask = Task.extend({
  assigneeId: z.string().optional(),
  dueAt: z.iso.datetime({ offset: true }).optional(),
  sectionId: z.string().optional(),
  sectionTitle: z.string().optional(),
});
export type ShownTask = z.infer<typeof ShownTask>;

export function shown({ gid, name, notes, completed, assignee, memberships, ...task }: AsanaTask): ShownTask {
  const [place] = memberships;
  return {
    id: gid,
    title: name,
    done: completed,
    ...(notes && { notes }),
    ...(task.due_on && { dueOn: task.due_on }),
    ...(task.due_at && { dueAt: task.due_at }),
    ...(place && { listId: place.project.gid, listTitle: place.project.name }),
    ...(place?.section && { sectionId: place.section.gid, sectionTitle: place.section.name }),
    ...(assignee && { assigneeId: assignee.gid, assignee: assignee.name }),
    ...(task.permalink_url && { url: task.permalink_url }),
  };
}

const OneTask = z.object({ data: AsanaTask });

/** @see https://developers.asana.com/reference/gettask */
export async function readTask({ http }: ActionContext, taskId: string): Promise<AsanaTask> {
  const path = `/tasks/${segment(taskId)}`;
  return (await http.get(path, { query: { opt_fields: taskFields }, schema: OneTask })).data;
}

/** @see https://developers.asana.com/reference/updatetask */
export async function writeTask(
  { http }: ActionContext,
  taskId: string,
  data: Readonly<Record<string, unknown>>,
): Promise<ShownTask> {
  const path = `/tasks/${segment(taskId)}`;
  const query = { opt_fields: taskFields };
  return shown((await http.put(path, { query, json: { data }, schema: OneTask, idempotent: true })).data);
}

/** @see https://developers.asana.com/reference/createtask */
export async function addTask(
  { http }: ActionContext,
  path: string,
  data: Readonly<Record<string, unknown>>,
): Promise<ShownTask> {
  return shown((await http.post(path, { query: { opt_fields: taskFields }, json: { data }, schema: OneTask })).data);
}

/** @see https://developers.asana.com/reference/deletetask */
export const removeTask = ({ http }: ActionContext, taskId: string): Promise<void> =>
  http.delete(`/tasks/${segment(taskId)}`, { idempotent: true });
