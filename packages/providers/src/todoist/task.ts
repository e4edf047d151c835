import { Task } from '@switchboard/contracts';
import type { ActionContext } from '@switchboard/provider-kit';
import { z } from 'zod';
import { segment } from './fields.ts';
import { projectsOf } from './projects.ts';

/** A calendar date, a time without a zone, or one in UTC. */
const Due = z.object({
  date: z.string().regex(/^\d{4}-\d\d-\d\d/),
  is_recurring: z.boolean().default(false),
  string: z.string().default(''),
});

/** The members of a task that the hub uses. @see https://developer.todoist.com/api/v1/#tag/Tasks (2026-11-21) */
export const TodoistTask = z.object({
  id: z.string(),
  content: z.string(),
  description: z.string().default(''),
  checked: z.boolean(),
  project_id: z.string(),
  section_id: z.string().nullish(),
  responsible_uid: z.string().nullish(),
  added_by_uid: z.string().nullish(),
  added_at: z.string().nullish(),
  due: Due.nullish(),
  priority: z.int().min(1).max(4).default(1),
  labels: z.array(z.string()).default([]),
});
export type TodoistTask = z.infer<typeof TodoistTask>;

/** A task as every provider shows it, with what Todoist adds. */
export const ShownTask = Task.extend({
  sectionId: z.string().optional(),
  /** As Todoist was told, for example "every monday". */
  dueText: z.string().optional(),
  repeats: z.boolean().optional(),
  /** 1 is the most urgent, as people see it. */
  priority: z.int().min(1).max(4).optional(),
  labels: z.array(z.string()).optional(),
});
export type ShownTask = z.infer<typeof ShownTask>;

export const dueDay = ({ due }: TodoistTask): string | undefined => due?.date.slice(0, 10);

function shownWith({ account }: ActionContext, projects: ReadonlyMap<string, string>) {
  return (task: TodoistTask): ShownTask => {
    const { due, labels } = task;
    const title = projects.get(task.project_id);
    return {
      id: task.id,
      title: task.content,
      done: task.checked,
      listId: task.project_id,
      priority: 5 - task.priority,
      url: `https://app.todoist.com/app/task/${segment(task.id)}`,
      ...(task.description && { notes: task.description }),
      ...(due && { dueOn: due.date.slice(0, 10) }),
      ...(due?.string && { dueText: due.string }),
      ...(due?.is_recurring && { repeats: true }),
      ...(title !== undefined && { listTitle: title }),
      ...(task.section_id && { sectionId: task.section_id }),
      ...(task.responsible_uid === account.subject && { assignee: account.name ?? account.email ?? 'me' }),
      ...(labels.length > 0 && { labels }),
    };
  };
}

/** Tasks name their project by its id only; this looks the names up once. */
export async function shownAll(context: ActionContext, tasks: readonly TodoistTask[]): Promise<ShownTask[]> {
  const projects = tasks.length > 0 ? await projectsOf(context) : [];
  return tasks.map(shownWith(context, new Map(projects.map(({ id, name }) => [id, name]))));
}

export const shown = async (context: ActionContext, task: TodoistTask): Promise<ShownTask> =>
  (await shownAll(context, [task]))[0]!;

const pathOf = (taskId: string): string => `/tasks/${segment(taskId)}`;

export const readTask = ({ http }: ActionContext, taskId: string): Promise<TodoistTask> =>
  http.get(pathOf(taskId), { schema: TodoistTask });

export const writeTask = (
  { http }: ActionContext,
  taskId: string,
  change: Readonly<Record<string, unknown>>,
): Promise<TodoistTask> => http.post(pathOf(taskId), { json: change, schema: TodoistTask, idempotent: true });

/** Closes, reopens or moves a task. */
export const actOn = async (
  { http }: ActionContext,
  taskId: string,
  what: 'close' | 'reopen' | 'move',
  change?: Readonly<Record<string, unknown>>,
): Promise<void> => void (await http.request('POST', `${pathOf(taskId)}/${what}`, change ? { json: change } : {}));

export const removeTask = ({ http }: ActionContext, taskId: string): Promise<void> =>
  http.delete(pathOf(taskId), { idempotent: true });
