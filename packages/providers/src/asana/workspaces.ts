import type { ActionContext } from '@switchboard/provider-kit';
import { z } from 'zod';
import { readAll } from './listing.ts';

const Workspace = z.object({ gid: z.string(), name: z.string() });
export type Workspace = z.infer<typeof Workspace>;

/** The workspaces of the account, in Asana's order. @see https://developers.asana.com/reference/getworkspaces */
export const workspacesOf = (context: ActionContext): Promise<Workspace[]> =>
  readAll(context, { path: '/workspaces', query: {} }, Workspace);
