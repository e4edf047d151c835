import { HubError } from '@switchboard/contracts';
import type { ActionContext } from '@switchboard/provider-kit';
import type { EventFields } from '../../shared/calendar/event-fields.ts';
import { lasting, newSpan, shiftSeries } from '../../shared/calendar/reschedule.ts';
import { asRead, asWritten, calendarOf, repeatable } from '../client.ts';
import { GoogleEvent, GoogleEvents, type GoogleTime } from './answer.ts';
import { type At, patchEvent } from './change.ts';
import { findEvent, ownEventId, type EventBody } from './events.ts';
import { bodyOf } from './fields.ts';
import { countOf, linesBefore, linesFrom, shiftedDays } from './recurrence.ts';
import type { Target } from './target.ts';
import { fromGoogleTime, spanOf } from './time.ts';

type Following = Extract<Target, { scope: 'following' }>;

/** Ends a series before one of its events. */
export const endBefore = (
  context: Pick<ActionContext, 'http'>,
  at: At,
  { master, split }: Pick<Following, 'master' | 'split'>,
) => patchEvent(context, at, master.id, { recurrence: linesBefore(master.recurrence ?? [], split) });

/** Puts the rules of a series back. */
export const resume = (context: Pick<ActionContext, 'http'>, at: At, master: GoogleEvent) =>
  patchEvent(context, at, master.id, { recurrence: master.recurrence ?? [] });

/**
 * "This and following": a new series with the change, under the run's own id, and the old one ended before it.
 * The new one comes first, so that a failure between the two loses nothing; it is then taken back.
 */
export async function splitSeries(
  context: ActionContext,
  at: At,
  target: Following,
  fields: EventFields,
): Promise<GoogleEvent> {
  const calendar = await calendarOf(context);
  const id = ownEventId(context);
  const requestBody = { id, ...(await newSeries(context, at, target, fields)) };
  const conferenceDataVersion = requestBody.conferenceData ? 1 : 0;
  const made = await calendar.events
    .insert({ ...at, conferenceDataVersion, requestBody }, repeatable)
    .then((answer) => asWritten(GoogleEvent, answer))
    .catch(async (error: unknown) => {
      const earlier =
        error instanceof HubError && error.code === 'conflict' && (await findEvent(context, at.calendarId, id));
      if (earlier) return earlier;
      throw error;
    });
  try {
    await endBefore(context, at, target);
  } catch (error) {
    if (!(error instanceof HubError) || error.code !== 'outcome_unknown') await removeEvent(context, at, made.id);
    throw error;
  }
  return made;
}

async function newSeries(
  context: ActionContext,
  at: At,
  { master, event, split }: Following,
  fields: EventFields,
): Promise<EventBody> {
  const lines = master.recurrence ?? [];
  const old = spanOf(master);
  const start = fromGoogleTime(split, 'timeZone' in old.start ? old.start.timeZone : undefined)!;
  const said = newSpan(spanOf(event), fields);
  const { span, days } = said
    ? shiftSeries(start, spanOf(event).start, said)
    : { span: { start, end: lasting(start, old) }, days: 0 };
  const before = countOf(lines) === undefined ? 0 : await countBefore(context, at, master.id, split);
  const { summary, description, location, attendees, reminders, colorId, transparency, visibility, hangoutLink } =
    master;
  const kept = { summary, description, location, attendees, reminders, colorId, transparency, visibility };
  return {
    ...Object.fromEntries(Object.entries(kept).filter(([, value]) => value !== undefined)),
    ...bodyOf({ recurrence: shiftedDays(linesFrom(lines, split, before), days), ...fields, ...span }, attendees),
    ...(hangoutLink
      ? {
          conferenceData: {
            createRequest: { requestId: ownEventId(context), conferenceSolutionKey: { type: 'hangoutsMeet' } },
          },
        }
      : {}),
  };
}

/** How many occurrences of a series, cancelled ones included, lie before a time. */
async function countBefore(
  context: ActionContext,
  { calendarId }: At,
  eventId: string,
  split: GoogleTime,
): Promise<number> {
  const calendar = await calendarOf(context);
  const at = momentIn(split);
  let count = 0;
  let pageToken: string | undefined;
  do {
    const page = asRead(
      GoogleEvents,
      await calendar.events.instances({ calendarId, eventId, showDeleted: true, maxResults: 2500, pageToken }),
    );
    count += page.items.filter(({ originalStartTime, start }) => momentIn(originalStartTime ?? start) < at).length;
    pageToken = page.nextPageToken;
  } while (pageToken);
  return count;
}

const momentIn = (time: GoogleTime | undefined): number => Date.parse(time?.dateTime ?? time?.date ?? '');

/** Deletes an event; one that is already gone is as good. */
export async function removeEvent(context: Pick<ActionContext, 'http'>, at: At, eventId: string): Promise<void> {
  const calendar = await calendarOf(context);
  try {
    await calendar.events.delete({ ...at, eventId }, repeatable);
  } catch (error) {
    if (!(error instanceof HubError) || error.code !== 'not_found') throw error;
  }
}
