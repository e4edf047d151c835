import { HubError, tasksUpdate, type Task } from '@switchboard/contracts';
import { defineAction, type ActionContext } from '@switchboard/provider-kit';
import { z } from 'zod';
import { asWritten, tasksOf } from '../client.ts';
import { fetchTask, listChoice, listOf, shownTask, taskChoice } from '../tasks/calls.ts';
import { keep, type Kept } from '../tasks/restore.ts';
import { GoogleTask, placeOf, taskIdOf, toTask } from '../tasks/task.ts';

interface Where {
  readonly toListId?: string;
  readonly parent?: string;
  readonly previous?: string;
}

async function move(context: ActionContext, taskId: string, { toListId, parent, previous }: Where): Promise<Task> {
  const tasks = await tasksOf(context);
  const from = placeOf(taskId);
  const list = await listOf(context, toListId ?? from.tasklist);
  const elsewhere = list.id === from.tasklist ? {} : { destinationTasklist: list.id };
  const moved = await tasks.tasks.move({ ...from, ...elsewhere, parent, previous });
  return toTask(asWritten(GoogleTask, moved), list);
}

export const moveTask = defineAction({
  name: 'move_task',
  title: 'Move a task',
  description: 'Moves a task to another list, under another task or behind one; to the top where none is named.',
  effect: 'write',
  idempotent: true,
  needs: ['tasks.write'],
  phrases: ['move {taskId} to the list {toListId}', 'put {taskId} after {afterTaskId}'],
  input: z.strictObject({
    taskId: taskChoice,
    toListId: listChoice.describe('Task list it moves to; its own unless given').optional(),
    parentId: taskChoice.describe('Task that it becomes a part of').optional(),
    afterTaskId: taskChoice.describe('Task that it comes behind').optional(),
  }),
  output: tasksUpdate.output,

  async before(context, { taskId }): Promise<Kept & { title: string; toListId: string }> {
    const task = await fetchTask(context, taskId);
    return { ...(await keep(context, taskId, task)), title: task.title ?? '', toListId: placeOf(taskId).tasklist };
  },

  /** @see https://developers.google.com/workspace/tasks/reference/rest/v1/tasks/move */
  async run(context, { taskId, toListId, parentId, afterTaskId }) {
    const target = toListId ?? placeOf(taskId).tasklist;
    const [parent, previous] = [parentId, afterTaskId].map((id) => id && placeOf(id));
    if ([parent, previous].some((place) => place && place.tasklist !== target)) {
      throw new HubError('input_invalid', 'A task can only stand under or behind a task of the same list.');
    }
    return move(context, taskId, { toListId, parent: parent && parent.task, previous: previous && previous.task });
  },

  /** A task keeps its id when it moves, so it is found in the list it was to go to; within one list it is moved again. */
  async recover(context, { taskId, toListId }) {
    const { tasklist, task } = placeOf(taskId);
    if (!toListId || toListId === tasklist) return undefined;
    try {
      return await shownTask(context, taskIdOf(toListId, task));
    } catch (error) {
      if (error instanceof HubError && error.code === 'not_found') return undefined;
      throw error;
    }
  },

  async undo(context, { input, output, before }) {
    const { parent } = before.task;
    await move(context, output.id, { toListId: placeOf(input.taskId).tasklist, parent, previous: before.previous });
  },

  examples: [{ input: { taskId: 'list-own/task-insurance', toListId: 'list-studio' } }],
});
