import { HubError } from '@switchboard/contracts';
import type { ActionContext } from '@switchboard/provider-kit';

/** The time in a UUID of version 7 (RFC 9562 §5.7), down to the minute: Notion's times have no seconds. */
function minuteOf(runId: string): number {
  const ms = Number.parseInt(runId.replaceAll('-', '').slice(0, 12), 16);
  return ms - (ms % 60_000);
}

interface Made {
  readonly created_time: string;
  readonly created_by: { readonly id: string };
}

/** True for what this connection wrote since the run began. Notion keeps no trace that people do not see. */
export const isSince = ({ created_time: at, created_by: by }: Made, { run, account }: ActionContext): boolean =>
  by.id === account.subject && Date.parse(at) >= minuteOf(run.id);

export const sinceRun = ({ run }: ActionContext): string => new Date(minuteOf(run.id)).toISOString();

/** The one of several that a run can have made; undefined where there is none. @throws HubError `outcome_unknown` where several fit. */
export function onlyOne<T>(found: readonly T[]): T | undefined {
  if (found.length > 1) throw new HubError('outcome_unknown', 'Several of the same were written in that minute.');
  return found[0];
}
