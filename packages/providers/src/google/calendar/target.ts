import type { RecurrenceScope } from '@switchboard/contracts';
import type { ActionContext } from '@switchboard/provider-kit';
import { refuse } from '../../shared/refuse.ts';
import type { GoogleEvent, GoogleTime } from './answer.ts';
import { primary } from './event.ts';
import { liveEvent } from './events.ts';

/** What a change of an event, or of the series it is in, falls on. */
export type Target =
  | { readonly scope: 'this'; readonly event: GoogleEvent }
  | { readonly scope: 'all'; readonly event: GoogleEvent; readonly master: GoogleEvent }
  | {
      readonly scope: 'following';
      readonly event: GoogleEvent;
      readonly master: GoogleEvent;
      readonly split: GoogleTime;
    };

interface Asked {
  readonly calendarId?: string;
  readonly eventId: string;
  readonly scope: RecurrenceScope;
}

/**
 * Reads the event and, where the change means more than it, its series. `following` from the first event on is `all`.
 * @throws HubError `not_found`, `conflict` for a cancelled event, `input_invalid` for a series taken as one event.
 */
export async function targetOf(
  context: Pick<ActionContext, 'http'>,
  { calendarId, eventId, scope }: Asked,
): Promise<Target> {
  const event = await liveEvent(context, primary(calendarId), eventId);
  const isSeries = Boolean(event.recurrence?.length);
  if (scope === 'this' && isSeries)
    refuse('/scope', 'This is a whole series. Choose one of its events, or change all of them.');
  if (scope === 'this' || (!isSeries && !event.recurringEventId)) return { scope: 'this', event };
  if (isSeries) return { scope: 'all', event, master: event };

  const master = await liveEvent(context, primary(calendarId), event.recurringEventId!);
  const split = event.originalStartTime ?? event.start;
  if (scope === 'all' || !split || sameTime(split, master.start)) return { scope: 'all', event, master };
  return { scope: 'following', event, master, split };
}

/** The event that is read and written: the series for `all`. */
export const subjectOf = (target: Target): GoogleEvent => (target.scope === 'all' ? target.master : target.event);

const sameTime = (a: GoogleTime, b: GoogleTime | undefined): boolean =>
  a.date ? a.date === b?.date : Date.parse(a.dateTime ?? '') === Date.parse(b?.dateTime ?? '');
