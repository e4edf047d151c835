import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { search } from '../crm/inputs.ts';
import { findRecords } from '../crm/records.ts';
import { CrmTask, showTask, taskFields, ZohoTask } from '../crm/task.ts';
import { hostsOf } from '../data-centres.ts';

export const searchTasks = defineAction({
  name: 'search_tasks',
  title: 'Search CRM tasks',
  description: 'Finds tasks of the CRM by words, or lists them with the newest change first.',
  effect: 'read',
  idempotent: true,
  needs: ['crm.read'],
  phrases: ['crm tasks about {query}'],
  input: z.strictObject(search),
  output: z.object({ tasks: z.array(CrmTask), nextCursor: z.string().optional() }),

  async run({ http, settings }, asked) {
    const { records, nextCursor } = await findRecords(http, 'Tasks', ZohoTask, taskFields, asked);
    return { tasks: records.map((record) => showTask(record, hostsOf(settings))), nextCursor };
  },

  examples: [{ input: {} }],
});
