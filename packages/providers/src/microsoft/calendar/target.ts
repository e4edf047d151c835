import { HubError, type EventTime, type RecurrenceScope } from '@switchboard/contracts';
import type { ActionContext } from '@switchboard/provider-kit';
import { DateTime } from 'luxon';
import { momentOf } from '../../shared/calendar/time.ts';
import { refuse } from '../../shared/refuse.ts';
import type { GraphEvent } from './answer.ts';
import { fetchEvent } from './calls.ts';
import { spanOf, zoneOfEvent } from './time.ts';

/** What a change of an event, or of the series it is in, falls on. */
export type Target =
  | { readonly scope: 'this'; readonly event: GraphEvent }
  | { readonly scope: 'all'; readonly event: GraphEvent; readonly master: GraphEvent }
  | { readonly scope: 'following'; readonly event: GraphEvent; readonly master: GraphEvent; readonly split: EventTime };

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
  const event = await live(context, calendarId, eventId);
  const isSeries = Boolean(event.recurrence);
  if (scope === 'this' && isSeries)
    refuse('/scope', 'This is a whole series. Choose one of its events, or change all of them.');
  if (scope === 'this' || (!isSeries && !event.seriesMasterId)) return { scope: 'this', event };
  if (isSeries) return { scope: 'all', event, master: event };

  const master = await live(context, calendarId, event.seriesMasterId!);
  const split = splitOf(event, master);
  const isFirst = momentOf(split).toMillis() <= momentOf(spanOf(master).start).toMillis();
  if (scope === 'all' || isFirst) return { scope: 'all', event, master };
  return { scope: 'following', event, master, split };
}

async function live(
  context: Pick<ActionContext, 'http'>,
  calendarId: string | undefined,
  id: string,
): Promise<GraphEvent> {
  const event = await fetchEvent(context, calendarId, id);
  if (event.isCancelled) throw new HubError('conflict', 'This event is cancelled.');
  return event;
}

/** Where an event of a series stood before it was changed, on the wall of the series. */
function splitOf(event: GraphEvent, master: GraphEvent): EventTime {
  if (!event.originalStart) return spanOf(event).start;
  const at = DateTime.fromISO(event.originalStart, { zone: zoneOfEvent(master) });
  if (master.isAllDay) return { date: at.toISODate()! };
  return { dateTime: at.toISO({ suppressMilliseconds: true })!, timeZone: zoneOfEvent(master) };
}

/** The event that is read and written: the series for `all`. */
export const subjectOf = (target: Target): GraphEvent => (target.scope === 'all' ? target.master : target.event);
