import type { ActionContext } from '@switchboard/provider-kit';
import { z } from 'zod';
import { readAll } from './listing.ts';

const Project = z.object({
  id: z.string(),
  name: z.string(),
  inbox_project: z.boolean().default(false),
  is_shared: z.boolean().default(false),
});

/** The projects that are not archived. @see https://developer.todoist.com/api/v1/#tag/Projects (2026-11-21) */
export const projectsOf = (context: ActionContext): Promise<z.infer<typeof Project>[]> =>
  readAll(context, { path: '/projects', query: {} }, Project);
