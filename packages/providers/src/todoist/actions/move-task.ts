import { HubError } from '@switchboard/contracts';
import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { projectField, sectionField, taskField } from '../fields.ts';
import { actOn, readTask, shown, ShownTask } from '../task.ts';

export const moveTask = defineAction({
  name: 'move_task',
  title: 'Move a task',
  description: 'Moves a task to another project or into a section. Running it twice moves it once.',
  effect: 'write',
  idempotent: true,
  needs: ['tasks.write'],
  phrases: ['move {taskId} to {listId}', 'put {taskId} into {sectionId}'],
  input: z.strictObject({
    taskId: taskField(),
    listId: projectField().optional().describe('Project that it goes to'),
    sectionId: sectionField().optional().describe('Section that it goes into, instead of a project'),
  }),
  output: ShownTask,

  async before(context, { taskId }) {
    const { content: title, project_id: listId, section_id: sectionId } = await readTask(context, taskId);
    return { title, listId, sectionId: sectionId ?? undefined };
  },

  /** @see https://developer.todoist.com/api/v1/#tag/Tasks/operation/move_task_api_v1_tasks__task_id__move_post */
  async run(context, { taskId, listId, sectionId }) {
    if ((listId === undefined) === (sectionId === undefined))
      throw new HubError('input_invalid', 'Choose a project or a section to move the task to.');
    await actOn(context, taskId, 'move', sectionId === undefined ? { project_id: listId } : { section_id: sectionId });
    return shown(context, await readTask(context, taskId));
  },

  async undo(context, { input, before }) {
    const { listId, sectionId } = before;
    await actOn(context, input.taskId, 'move', sectionId ? { section_id: sectionId } : { project_id: listId });
  },

  examples: [
    { input: { taskId: '6T00000000001002', sectionId: '6S00000000000113' } },
    { title: 'To another project', input: { taskId: '6T00000000001101', listId: '6P00000000000102' } },
  ],
});
