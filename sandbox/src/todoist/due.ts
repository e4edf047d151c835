import { dayFrom } from '../seed/projects.ts';
import { invalid } from './errors.ts';
import type { StoredDue } from './state.ts';

const dayMs = 86_400_000;
const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const plain = (date: string, string = date, isRecurring = false): StoredDue => ({
  date,
  timezone: null,
  string,
  lang: 'en',
  is_recurring: isRecurring,
});

interface Asked {
  readonly due_string?: string | undefined;
  readonly due_date?: string | undefined;
  readonly due_datetime?: string | undefined;
}

/**
 * When a task is due; undefined where nothing was said. Of all that Todoist understands the stand-in knows days, "today",
 * "tomorrow", "no date", "every day" and "every monday".
 * @throws {Refusal} 400 for other words, and for two ways at once.
 */
export function dueOf(asked: Asked, now: number): StoredDue | null | undefined {
  const given = [asked.due_string, asked.due_date, asked.due_datetime].filter((one) => one !== undefined);
  if (given.length > 1) throw invalid('Only one of due_string, due_date and due_datetime', 'due');
  if (asked.due_date !== undefined) return plain(asked.due_date);
  if (asked.due_datetime !== undefined) {
    const date = `${new Date(asked.due_datetime).toISOString().slice(0, 19)}.000000Z`;
    return { ...plain(date), timezone: 'UTC' };
  }
  return asked.due_string === undefined ? undefined : inWords(asked.due_string.trim().toLowerCase(), now);
}

function inWords(text: string, now: number): StoredDue | null {
  if (text === 'no date') return null;
  if (text === 'today') return plain(dayFrom(now, 0), text);
  if (text === 'tomorrow') return plain(dayFrom(now, 1), text);
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return plain(text);
  if (text === 'every day') return plain(dayFrom(now, 0), text, true);
  const weekday = weekdays.indexOf(/^every (\w+)$/.exec(text)?.[1] ?? '');
  if (weekday < 0) throw invalid('Date cannot be parsed', 'due_string');
  return plain(dayFrom(now, (weekday - new Date(now).getUTCDay() + 7) % 7), text, true);
}

/** Where a repeating task moves to when it is completed. */
export function following(due: StoredDue): StoredDue {
  const days = due.string === 'every day' ? 1 : 7;
  return { ...due, date: new Date(Date.parse(due.date) + days * dayMs).toISOString().slice(0, 10) };
}
