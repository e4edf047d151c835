import { z } from 'zod';
import { outsideId } from '../ids.ts';
import { defineCapability } from './capability.ts';

/** A task as people know it, whatever the provider calls it; `dueOn` is a calendar date. */
export const Task = z.object({
  id: z.string(),
  title: z.string(),
  done: z.boolean(),
  notes: z.string().optional(),
  dueOn: z.iso.date().optional(),
  listId: z.string().optional(),
  listTitle: z.string().optional(),
  assignee: z.string().optional(),
  url: z.url().optional(),
});
export type Task = z.infer<typeof Task>;

const taskId = outsideId(512).describe('Task');
const listId = outsideId(512).describe('List or project');
const title = z.string().min(1).max(1024).describe('What is to be done');
const notes = z.string().max(8192).describe('Notes');
const dueOn = z.iso.date().describe('Due on');

/** Lists, projects or columns that hold tasks. */
export const tasksListLists = defineCapability({
  name: 'tasks.list_lists',
  title: 'List task lists',
  effect: 'read',
  input: z.strictObject({}),
  output: z.object({ lists: z.array(z.object({ id: z.string(), title: z.string() })) }),
});

export const tasksSearch = defineCapability({
  name: 'tasks.search',
  title: 'Find tasks',
  effect: 'read',
  input: z.strictObject({
    query: z.string().max(500).default('').describe('Words to look for; empty lists all'),
    listId: listId.optional(),
    done: z.boolean().default(false).describe('Those that are done, instead of those that are open'),
    limit: z.int().min(1).max(100).default(50).describe('At most this many'),
    cursor: z.string().max(4096).describe('Where the last page ended').optional(),
  }),
  output: z.object({ tasks: z.array(Task), nextCursor: z.string().optional() }),
});

export const tasksCreate = defineCapability({
  name: 'tasks.create',
  title: 'Add a task',
  effect: 'write',
  input: z.strictObject({
    title,
    listId: listId.optional(),
    notes: notes.optional(),
    dueOn: dueOn.optional(),
  }),
  output: Task,
});

export const tasksUpdate = defineCapability({
  name: 'tasks.update',
  title: 'Change a task',
  effect: 'write',
  input: z.strictObject({
    taskId,
    title: title.optional(),
    notes: notes.optional(),
    dueOn: dueOn.nullable().optional(),
  }),
  output: Task,
});

export const tasksComplete = defineCapability({
  name: 'tasks.complete',
  title: 'Complete a task',
  effect: 'write',
  input: z.strictObject({ taskId }),
  output: Task,
});

export const tasksDelete = defineCapability({
  name: 'tasks.delete',
  title: 'Delete a task',
  effect: 'destroy',
  input: z.strictObject({ taskId }),
  output: z.object({ taskId: z.string(), deleted: z.literal(true) }),
});

export const tasksComment = defineCapability({
  name: 'tasks.comment',
  title: 'Comment on a task',
  effect: 'send',
  input: z.strictObject({ taskId, text: z.string().min(1).max(8192).describe('Comment') }),
  output: z.object({ taskId: z.string(), commentId: z.string(), url: z.url().optional() }),
});
