import type { SandboxKit } from '../../kit/world.ts';
import type { GoogleAccount } from '../accounts.ts';
import { notFound } from '../errors.ts';
import { seedTasks } from '../seed/task-seed.ts';

export interface StoredTask {
  readonly id: string;
  title: string;
  notes?: string;
  /** A day, `YYYY-MM-DD`; Google keeps no time. */
  due?: string;
  status: 'needsAction' | 'completed';
  completed?: string;
  parent?: string;
  updated: string;
  deleted?: boolean;
  hidden?: boolean;
}

export interface StoredList {
  readonly id: string;
  title: string;
  updated: string;
  /** In their order; subtasks stand in the order of their siblings. */
  tasks: StoredTask[];
}

export interface TasksState {
  next: number;
  /** By account. */
  lists: Record<string, StoredList[]>;
}

export const tasksState = (kit: SandboxKit): TasksState =>
  kit.store.part<TasksState>('google.tasks', () => seedTasks(kit.clock()));

export const listsOf = (kit: SandboxKit, account: GoogleAccount): StoredList[] =>
  (tasksState(kit).lists[account.id] ??= []);

/** The list with an id; `@default` is the first. @throws {GoogleError} 404 where there is none. */
export function listFor(kit: SandboxKit, account: GoogleAccount, id: string): StoredList {
  const lists = listsOf(kit, account);
  const list = id === '@default' ? lists[0] : lists.find((one) => one.id === id);
  if (!list) throw notFound('Task list not found.');
  return list;
}

/** The task of a list, deleted or not. @throws {GoogleError} 404 where there is none. */
export function taskFor(list: StoredList, id: string): StoredTask {
  const task = list.tasks.find((one) => one.id === id);
  if (!task) throw notFound('Task not found.');
  return task;
}

/** An id as Google's: letters that say nothing. */
export const newId = (kit: SandboxKit): string => {
  const state = tasksState(kit);
  state.next += 1;
  return Buffer.from(`task:${state.next}`).toString('base64url');
};

/** Notes the time of a change. */
export function touch(kit: SandboxKit, list: StoredList, task?: StoredTask): void {
  const now = new Date(kit.clock()).toISOString();
  list.updated = now;
  if (task) task.updated = now;
  kit.store.changed();
}
