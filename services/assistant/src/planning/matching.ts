import type { CalendarEvent, MailSummary } from '@switchboard/contracts';
import type { Frame, Slots } from '../understanding/index.ts';
import type { Listed } from './conversation.ts';
import { sayTime, toDateTime } from './times.ts';

export const listedEvent = (event: CalendarEvent, timeZone: string): Listed => ({
  kind: 'event',
  label: `${event.title}, ${sayTime(event.start, timeZone)}`,
  id: event.id,
  calendarId: event.calendarId,
});

export const listedMessage = ({ id, subject, from }: MailSummary): Listed => ({
  kind: 'message',
  label: `${subject || '(no subject)'} — ${from.name ?? from.email}`,
  id,
});

const folded = (text: string): string => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
const compact = (text: string): string => text.replaceAll(/[^\p{L}\p{N}]/gu, '');
const filler = new Set(
  'the a an my our all any every meeting meetings event events appointment appointments invitation invite call with about from on at'.split(
    ' ',
  ),
);

/** "the agenda" is looked for as "agenda". */
export const withoutArticle = (words: string): string => words.replace(/^(?:(?:the|an?|my|our|your)\s+)+/iu, '');

/** The words that tell one event from another: "dentist appointment" is looked for as "dentist". */
export const tellingWords = (words: string): string =>
  words
    .split(/\s+/u)
    .filter((word) => !filler.has(folded(word)))
    .join(' ');

/** Every telling word of what was said, in one number or the other, is in the event's title or among its people. */
export function fits(event: CalendarEvent, { slots }: Frame): boolean {
  const people = event.attendees.map(({ name = '', email }) => `${name} ${email}`).join(' ');
  const title = folded(`${event.title} ${people}`);
  const solid = compact(title);
  const words = folded(slots.target?.value ?? slots.query?.value ?? '')
    .split(/[^\p{L}\p{N}-]+/u)
    .filter((word) => compact(word) && !filler.has(word));
  const mentioned = (slots.people ?? []).filter(({ value }) => value.role === 'with' && !value.self && !value.group);
  const everyone = mentioned.every(({ value }) => title.includes(folded(value.email ?? value.name ?? '')));
  return everyone && words.every((word) => [word, word.replace(/s$/, '')].some((one) => solid.includes(compact(one))));
}

/** Those first that share a word with what was said, each group in its own order. */
export function byNearness(events: readonly CalendarEvent[], { slots }: Frame): readonly CalendarEvent[] {
  const names = (slots.people ?? []).map(({ value }) => value.name ?? '');
  const words =
    folded([slots.target?.value ?? slots.query?.value ?? '', ...names].join(' ')).match(/[\p{L}\p{N}]{3,}/gu) ?? [];
  const telling = words.filter((word) => !filler.has(word));
  const shared = ({ title, attendees }: CalendarEvent): boolean => {
    const all = folded(`${title} ${attendees.map(({ name = '', email }) => `${name} ${email}`).join(' ')}`);
    return telling.some((word) => all.includes(word));
  };
  return [...events.filter(shared), ...events.filter((event) => !shared(event))];
}

/** "My 3 o'clock" means what starts at 3. */
export function bySaidTime(events: readonly CalendarEvent[], { slots }: Frame): readonly CalendarEvent[] {
  const when = slots.when?.value;
  if (!when?.startAt || when.allDay || when.window) return events;
  const at = Date.parse(when.startAt);
  const exact = events.filter(({ start }) => toDateTime(start).toMillis() === at);
  return exact.length > 0 ? exact : events;
}

/** The one that was counted to: from the front, or from the back for a negative number. */
export function byOrdinal<T>(items: readonly T[], ordinal: number | undefined): readonly T[] {
  if (ordinal === undefined) return items;
  const one = items.at(ordinal > 0 ? ordinal - 1 : ordinal);
  return one ? [one] : [];
}

/** Of a series only the next counts, unless several events fit for other reasons. */
export function distinctSeries(events: readonly CalendarEvent[], scope: string | undefined): readonly CalendarEvent[] {
  const series = new Set(events.map(({ seriesId }) => seriesId));
  return scope === 'all' || (series.size === 1 && !series.has(undefined)) ? events.slice(0, 1) : events;
}

export const sameThread = (messages: readonly MailSummary[]): boolean =>
  new Set(messages.map(({ threadId }) => threadId)).size === 1;

/** True where the words say by themselves which one is meant, so that what was listed before does not count. */
export const describes = ({ target, when, query, subject, unread, attachments, people = [] }: Slots): boolean =>
  Boolean(target ?? when ?? query ?? subject ?? unread ?? attachments) ||
  people.some(({ value }) => ['from', 'to', 'with'].includes(value.role) && !value.self && !value.group);

/** "I find no message from Oskar about “contract”." */
export function notFound(kind: string, { intent, slots }: Frame): string {
  const { target, query, subject, people = [] } = slots;
  if (intent === 'calendar.respond' && !describes(slots)) return 'No invitation waits for your answer.';
  const words = target?.value ?? query?.value ?? subject?.value;
  const [person] = people.filter(({ value }) => ['from', 'with'].includes(value.role));
  const name = person?.value.name ?? person?.value.email;
  const of = [name && (kind === 'message' ? `from ${name}` : `with ${name}`), words && `for “${words}”`].filter(
    Boolean,
  );
  return of.length > 0 ? `I find no ${kind} ${of.join(' ')}.` : `I do not find the ${kind}.`;
}
