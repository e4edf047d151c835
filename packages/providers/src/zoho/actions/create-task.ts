import { defineAction, picked } from '@switchboard/provider-kit';
import { z } from 'zod';
import { addRecord, equals, readRecord, recentlyMade, removeRecord } from '../crm/records.ts';
import { CrmTask, showTask, taskFields, writeTask, ZohoTask } from '../crm/task.ts';
import { hostsOf } from '../data-centres.ts';

export const createTask = defineAction({
  name: 'create_task',
  title: 'Add CRM task',
  description: 'Adds one task to the CRM, about a deal where one is given. Running it twice adds two.',
  effect: 'write',
  idempotent: false,
  needs: ['crm.read', 'crm.write'],
  phrases: ['crm task {title} due {dueOn}', 'remind me in the crm to {title}'],
  input: z.strictObject({
    title: z.string().min(1).max(255).describe('What is to be done'),
    dueOn: z.iso.date().describe('Due on').optional(),
    notes: z.string().max(32_000).describe('Notes').optional(),
    dealId: picked({ action: 'zoho.search_deals', items: 'deals', label: 'name' })
      .describe('Deal it is about')
      .optional(),
  }),
  output: CrmTask,

  async run({ http, settings }, task) {
    const id = await addRecord(http, 'Tasks', writeTask(task));
    return showTask(await readRecord(http, 'Tasks', ZohoTask, taskFields, id), hostsOf(settings));
  },

  async recover(context, { title }) {
    const made = await recentlyMade(context, 'Tasks', ZohoTask, taskFields, equals('Subject', title));
    return made && showTask(made, hostsOf(context.settings));
  },

  undo: ({ http }, { output }) => removeRecord(http, 'Tasks', output.id),

  examples: [
    { input: { title: 'Call Kenji about the tide data', dueOn: '2026-12-04', dealId: '4876876000000400003' } },
  ],
});
