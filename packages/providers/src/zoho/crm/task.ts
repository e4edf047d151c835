import { z } from 'zod';
import type { Hosts } from '../data-centres.ts';
import { Named, some, Text } from './inputs.ts';
import { given } from './records.ts';

export const taskFields = [
  'Subject',
  'Status',
  'Due_Date',
  'Priority',
  'Description',
  'What_Id',
  'Owner',
  'Created_Time',
] as const;

export const ZohoTask = z
  .object({
    id: z.string(),
    Subject: z.string(),
    Status: Text,
    Due_Date: Text,
    Priority: Text,
    Description: Text,
    What_Id: Named,
    Owner: Named,
    Created_Time: z.string(),
  })
  .transform((task) => ({ ...task, madeAt: task.Created_Time }));
type ZohoTask = z.output<typeof ZohoTask>;

export const CrmTask = z.object({
  id: z.string(),
  title: z.string(),
  done: z.boolean(),
  status: z.string().optional(),
  dueOn: z.iso.date().optional(),
  priority: z.string().optional(),
  notes: z.string().optional(),
  /** The record it belongs to. */
  about: z.string().optional(),
  owner: z.string().optional(),
  url: z.url(),
});

export const doneStatus = 'Completed';

export const showTask = (task: ZohoTask, { crm }: Hosts) => ({
  id: task.id,
  title: task.Subject,
  done: task.Status === doneStatus,
  status: some(task.Status),
  dueOn: some(task.Due_Date),
  priority: some(task.Priority),
  notes: some(task.Description),
  about: some(task.What_Id?.name),
  owner: some(task.Owner?.name),
  url: `https://${crm}/crm/tab/Tasks/${task.id}`,
});

export const writeTask = (task: {
  readonly title?: string | undefined;
  readonly dueOn?: string | undefined;
  readonly notes?: string | undefined;
  readonly dealId?: string | undefined;
}): Record<string, unknown> =>
  given({
    Subject: task.title,
    Due_Date: task.dueOn,
    Description: task.notes,
    ...(task.dealId ? { What_Id: { id: task.dealId }, $se_module: 'Deals' } : {}),
  });
