import { HubError } from '@switchboard/contracts';
import type { ActionContext } from '@switchboard/provider-kit';
import type { EventFields } from '../../shared/calendar/event-fields.ts';
import { lasting, newSpan, shiftSeries } from '../../shared/calendar/reschedule.ts';
import { momentOf } from '../../shared/calendar/time.ts';
import { allOf } from '../pages.ts';
import { GraphEvent, type GraphRecurrence } from './answer.ts';
import { eventPath, headers, insertEvent, patchEvent, removeEvent } from './calls.ts';
import { bodyOf, restoringBody } from './fields.ts';
import { cleaned, dayAfter, shiftedPattern } from './recurrence.ts';
import type { Target } from './target.ts';
import { dayOf, spanOf } from './time.ts';

type Following = Extract<Target, { scope: 'following' }>;
type Reading = Pick<ActionContext, 'http'>;

/** The rule of a series that ends on the day before one of its events. */
export function ruleBefore({ master, split }: Pick<Following, 'master' | 'split'>): GraphRecurrence {
  const { pattern, range } = cleaned(master.recurrence!);
  const { numberOfOccurrences: _count, ...rest } = range;
  return { pattern, range: { ...rest, type: 'endDate', endDate: dayAfter(dayOf(split), -1) } };
}

/** Ends a series before one of its events. */
export const endBefore = (
  context: Reading,
  calendarId: string | undefined,
  target: Pick<Following, 'master' | 'split'>,
) => patchEvent(context, calendarId, target.master.id, { recurrence: ruleBefore(target) });

/** Puts the rule of a series back. */
export const resume = (context: Reading, calendarId: string | undefined, master: GraphEvent) =>
  patchEvent(context, calendarId, master.id, { recurrence: cleaned(master.recurrence!) });

/**
 * "This and following": a new series with the change, which bears the run's mark, and the old one ended before it.
 * The new one comes first, so that a failure between the two loses nothing; it is then taken back.
 */
export async function splitSeries(
  context: ActionContext,
  calendarId: string | undefined,
  target: Following,
  fields: EventFields,
): Promise<GraphEvent> {
  const made = await insertEvent(context, calendarId, await newSeries(context, calendarId, target, fields));
  try {
    await endBefore(context, calendarId, target);
  } catch (error) {
    if (!(error instanceof HubError) || error.code !== 'outcome_unknown')
      await removeEvent(context, calendarId, made.id);
    throw error;
  }
  return made;
}

async function newSeries(context: Reading, calendarId: string | undefined, target: Following, fields: EventFields) {
  const { master, event, split } = target;
  const first = { start: split, end: lasting(split, spanOf(master)) };
  const said = newSpan(spanOf(event), fields);
  const { span, days } = said ? shiftSeries(split, spanOf(event).start, said) : { span: first, days: 0 };
  const kept = restoringBody(master, ['title', 'attendees', 'location', 'description', 'reminders']);
  const { showAs, sensitivity, importance, isOnlineMeeting } = master;
  const rest = { showAs, sensitivity, importance, isOnlineMeeting: isOnlineMeeting || undefined };
  const recurrence = fields.recurrence
    ? undefined
    : await ruleFrom(context, calendarId, target, days, dayOf(span.start));
  return {
    ...kept,
    ...Object.fromEntries(Object.entries(rest).filter(([, value]) => typeof value !== 'object' && value !== undefined)),
    ...(recurrence && { recurrence }),
    ...bodyOf({ ...fields, ...span }, span.start, master.attendees),
  };
}

/** The rule of what follows. A number of events becomes the day of the last one. */
async function ruleFrom(
  context: Reading,
  calendarId: string | undefined,
  target: Following,
  days: number,
  startDate: string,
): Promise<GraphRecurrence> {
  const { pattern, range } = cleaned(target.master.recurrence!);
  const { numberOfOccurrences: _count, ...rest } = range;
  const last = range.type === 'numbered' ? await lastDay(context, calendarId, target) : range.endDate;
  const ending = last === undefined ? {} : { type: 'endDate' as const, endDate: dayAfter(last, days) };
  return { pattern: shiftedPattern(pattern, days), range: { ...rest, ...ending, startDate } };
}

/** Graph shows at most 1825 days at once. */
const windowDays = 1800;

/** The day of the last event of a series that ends, looked for from the split on. */
async function lastDay(
  context: Reading,
  calendarId: string | undefined,
  { master, split }: Following,
): Promise<string> {
  const path = `${eventPath(calendarId, master.id)}/instances`;
  let from = momentOf(split).toUTC();
  let last = dayOf(split);
  for (;;) {
    const to = from.plus({ days: windowDays });
    const query = { startDateTime: from.toISO()!, endDateTime: to.toISO()!, $top: 500, $select: 'id,start,end,isAllDay,originalStartTimeZone' }; // prettier-ignore
    const found = await allOf(context, path, GraphEvent, { query, headers });
    if (found.length === 0) return last;
    last = found.map((one) => dayOf(spanOf(one).start)).reduce((a, b) => (a > b ? a : b), last);
    from = to;
  }
}
