import type { Task } from '@switchboard/contracts';
import { DateTime } from 'luxon';
import type { Slots } from '../understanding/index.ts';
import { sayTime } from './times.ts';
import type { Turn } from './turn.ts';

/** The day a task is due, of whatever time was said: the last one of a stretch, and the one that "by" leads to. */
export function dueDay(when: Slots['when']): string | undefined {
  const { start, end } = when?.value ?? {};
  const day = end?.length === 10 && (start !== undefined || /\bbefore\b/iu.test(when?.text ?? ''));
  if (day) return DateTime.fromISO(end, { zone: 'utc' }).minus({ days: 1 }).toISODate() ?? undefined;
  return (start ?? end)?.slice(0, 10);
}

const sayDay = (date: string): string => sayTime({ date }, 'utc');

const today = ({ now, timeZone }: Turn): string => DateTime.fromJSDate(now, { zone: timeZone }).toISODate() ?? '';

/** Which tasks a question about days means; all of them where it names none. */
export function dueAsAsked(turn: Turn): (task: Task) => boolean {
  const { when, overdue } = turn.frame.slots;
  if (overdue) return ({ dueOn }) => dueOn !== undefined && dueOn < today(turn);
  if (!when) return () => true;
  const from = when.value.start?.slice(0, 10) ?? '';
  const until = dueDay(when) ?? '9999';
  return ({ dueOn }) => dueOn !== undefined && dueOn >= from && dueOn <= until;
}

/** " due on Fri 27 Nov", " due from … to …", " overdue"; nothing where no day was named. */
export function sayDue({ frame: { slots } }: Turn): string {
  if (slots.overdue) return ' overdue';
  const from = slots.when?.value.start?.slice(0, 10);
  const until = dueDay(slots.when);
  if (!until) return '';
  if (!from) return ` due until ${sayDay(until)}`;
  return from === until ? ` due on ${sayDay(from)}` : ` due from ${sayDay(from)} to ${sayDay(until)}`;
}
