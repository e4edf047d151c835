import { z } from 'zod';

const writable = {
  description: z.string().max(16_383).optional(),
  labels: z.array(z.string().min(1).max(60)).max(500).optional(),
  priority: z.int().min(1).max(4).optional(),
  due_string: z.string().max(150).optional(),
  due_lang: z.string().optional(),
  due_date: z.iso.date().optional(),
  due_datetime: z.iso.datetime({ offset: true }).optional(),
};
export const NewTask = z.strictObject({
  ...writable,
  content: z.string().min(1).max(500),
  project_id: z.string().optional(),
  section_id: z.string().optional(),
  parent_id: z.string().optional(),
  assignee_id: z.string().optional(),
});
export const TaskChange = z.strictObject({ ...writable, content: z.string().min(1).max(500).optional() });
/** Where a task goes; exactly one of them. */
export const Target = z.strictObject({
  project_id: z.string().optional(),
  section_id: z.string().optional(),
  parent_id: z.string().optional(),
});
