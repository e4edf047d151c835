import { defineAction, picked } from '@switchboard/provider-kit';
import { z } from 'zod';
import { changeRecord, readRecord } from '../crm/records.ts';
import { CrmTask, doneStatus, showTask, taskFields, ZohoTask } from '../crm/task.ts';
import { hostsOf } from '../data-centres.ts';

export const completeTask = defineAction({
  name: 'complete_task',
  title: 'Complete CRM task',
  description: 'Marks one task of the CRM as completed. Running it twice has the same effect.',
  effect: 'write',
  idempotent: true,
  needs: ['crm.read', 'crm.write'],
  phrases: ['crm task {taskId} is done'],
  input: z.strictObject({
    taskId: picked({ action: 'zoho.search_tasks', items: 'tasks' }).describe('Task'),
  }),
  output: CrmTask,

  async run({ http, settings }, { taskId }) {
    await changeRecord(http, 'Tasks', taskId, { Status: doneStatus });
    return showTask(await readRecord(http, 'Tasks', ZohoTask, taskFields, taskId), hostsOf(settings));
  },

  /** What it is called, and the status it had. */
  async before({ http }, { taskId }) {
    const { Subject, Status } = await readRecord(http, 'Tasks', ZohoTask, taskFields, taskId);
    return { title: Subject, Status: Status ?? 'Not Started' };
  },

  undo: ({ http }, { input, before: { Status } }) => changeRecord(http, 'Tasks', input.taskId, { Status }),

  examples: [{ input: { taskId: '4876876000000500001' } }],
});
