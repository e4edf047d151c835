import { HubError } from '@switchboard/contracts';
import { defineAction, picked, type ActionContext } from '@switchboard/provider-kit';
import { z } from 'zod';
import { segment, taskField } from '../fields.ts';
import { readTask, shown, ShownTask } from '../task.ts';

/** @see https://developers.asana.com/reference/addtaskforsection */
const place = ({ http }: ActionContext, sectionId: string, task: string): Promise<unknown> =>
  http.post(`/sections/${segment(sectionId)}/addTask`, {
    json: { data: { task } },
    schema: z.object({ data: z.object({}) }),
    idempotent: true,
  });

/** Those of the projects that the task is in. */
const sections = { action: 'asana.list_sections', items: 'sections', given: { taskId: 'taskId' } };

export const moveTask = defineAction({
  name: 'move_task',
  title: 'Move a task',
  description: 'Moves a task into a section of its project, to the end of it. Running it twice moves it once.',
  effect: 'write',
  idempotent: true,
  needs: ['tasks.write'],
  phrases: ['move {taskId} to {sectionId}', 'put {taskId} into {sectionId}'],
  input: z.strictObject({
    taskId: taskField(),
    sectionId: picked(sections, 64).describe('Section'),
  }),
  output: ShownTask,

  async before(context, { taskId }) {
    const { title, sectionId, sectionTitle } = shown(await readTask(context, taskId));
    return { title, sectionId, sectionTitle };
  },

  async run(context, { taskId, sectionId }) {
    await place(context, sectionId, taskId);
    return shown(await readTask(context, taskId));
  },

  async undo(context, { input, before }) {
    if (before.sectionId === undefined) throw new HubError('conflict', 'The task was in no section before.');
    await place(context, before.sectionId, input.taskId);
  },

  examples: [{ input: { taskId: '1200000000001002', sectionId: '1200000000000113' } }],
});
