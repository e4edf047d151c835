import { HubError } from '@switchboard/contracts';
import type { ActionContext } from '@switchboard/provider-kit';
import { DateTime, Interval } from 'luxon';
import { z } from 'zod';
import { allOf } from '../pages.ts';
import { eventFields, GraphEvent, GraphSchedule, type GraphTime } from './answer.ts';
import { headers } from './calls.ts';
import { instantOf, zoneOf } from './time.ts';

type Context = Pick<ActionContext, 'http' | 'account'>;

/** A stretch in which somebody is not free. */
export interface Busy {
  readonly email: string;
  readonly at: Interval;
}

const isFree = (status: string | null | undefined): boolean => status === 'free' || status === 'workingElsewhere';

function busyAt(email: string, times: { readonly start: GraphTime; readonly end: GraphTime }): Busy[] {
  const at = Interval.fromDateTimes(instantOf(times.start), instantOf(times.end));
  return at.isValid && !at.isEmpty() ? [{ email, at }] : [];
}

/** When the person is busy, by the primary calendar. @see https://learn.microsoft.com/graph/api/calendar-list-calendarview (read 2026-11-21) */
export async function ownBusy(context: Context, within: Interval): Promise<Busy[]> {
  const [startDateTime, endDateTime] = [within.start!, within.end!].map((moment) => moment.toUTC().toISO()!);
  const query = { startDateTime, endDateTime, $top: 500, $select: eventFields };
  const events = await allOf(context, '/me/calendar/calendarView', GraphEvent, { query, headers });
  return events
    .filter(({ showAs, isCancelled }) => !isFree(showAs) && !isCancelled)
    .flatMap((event) => busyAt(context.account.email ?? 'primary', event));
}

const mostAtOnce = 20;

/**
 * When others are busy; those whose calendar cannot be seen are unknown. Personal accounts see nobody's.
 * @see https://learn.microsoft.com/graph/api/calendar-getschedule (read 2026-11-21)
 */
export async function othersBusy(
  context: Context,
  within: Interval,
  emails: readonly string[],
): Promise<{ busy: Busy[]; unknown: string[] }> {
  const found: GraphSchedule[] = [];
  for (let at = 0; at < emails.length; at += mostAtOnce) {
    found.push(...(await schedules(context, within, emails.slice(at, at + mostAtOnce))));
  }
  const known = found.filter(({ error, scheduleItems }) => !error && scheduleItems);
  const busy = known.flatMap(({ scheduleId, scheduleItems }) =>
    scheduleItems!.filter(({ status }) => !isFree(status)).flatMap((item) => busyAt(scheduleId, item)),
  );
  const seen = new Set(known.map(({ scheduleId }) => scheduleId.toLowerCase()));
  return { busy, unknown: emails.filter((email) => !seen.has(email)) };
}

async function schedules({ http }: Context, within: Interval, emails: readonly string[]): Promise<GraphSchedule[]> {
  const wall = (moment: DateTime | null) => ({ dateTime: moment!.toUTC().toFormat("yyyy-MM-dd'T'HH:mm:ss"), timeZone: 'UTC' }); // prettier-ignore
  const json = { schedules: emails, startTime: wall(within.start), endTime: wall(within.end) };
  const schema = z.object({ value: z.array(GraphSchedule) });
  try {
    return (await http.post('/me/calendar/getSchedule', { json, headers, idempotent: true, schema })).value;
  } catch (error) {
    if (error instanceof HubError && ['provider_rejected', 'not_found'].includes(error.code)) return [];
    throw error;
  }
}

/** The zone of the person's working hours, as far as Microsoft tells it without a further permission; else UTC. */
export async function ownZone(context: Context & Pick<ActionContext, 'now'>): Promise<string> {
  const { email } = context.account;
  if (!email) return 'UTC';
  const now = DateTime.fromJSDate(context.now);
  const [own] = await schedules(context, Interval.after(now, { minutes: 30 }), [email]);
  return zoneOf(own?.workingHours?.timeZone?.name);
}
