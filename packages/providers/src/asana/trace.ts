import { HubError } from '@switchboard/contracts';
import type { ActionContext } from '@switchboard/provider-kit';
import { readTask, shown, type ShownTask } from './task.ts';

const nameOf = ({ run }: ActionContext): string => `switchboard-${run.marker}`;

/**
 * What a new task carries so that the run which made it can be known again; only this app sees it.
 * @see https://developers.asana.com/docs/custom-external-data (2026-11-21)
 */
export const trace = (context: ActionContext): { external: { gid: string } } => ({
  external: { gid: nameOf(context) },
});

/** The task that this run made; undefined where it made none. */
export async function made(context: ActionContext): Promise<ShownTask | undefined> {
  try {
    return shown(await readTask(context, `external:${nameOf(context)}`));
  } catch (error) {
    if (error instanceof HubError && error.code === 'not_found') return undefined;
    throw error;
  }
}
