import { calendarListEvents, type CalendarEvent } from '@switchboard/contracts';
import { defineAction } from '@switchboard/provider-kit';
import { DateTime } from 'luxon';
import { refuse } from '../../shared/refuse.ts';
import { eventFields, GraphEvent } from '../calendar/answer.ts';
import { calendarId, calendarPath, headers } from '../calendar/calls.ts';
import { shown } from '../calendar/event.ts';
import { pageAt } from '../pages.ts';

/** Pages read for one answer where few events have the words. */
const mostPages = 10;

const mentions = (event: CalendarEvent, words: readonly string[]): boolean => {
  const people = [event.organizer, ...event.attendees].flatMap((one) => [one?.name, one?.email]);
  const text = [event.title, event.description, event.location, ...people].filter(Boolean).join('\n').toLowerCase();
  return words.every((word) => text.includes(word));
};

export const listEvents = defineAction({
  name: 'list_events',
  title: 'List events',
  description: 'Lists the events of a calendar in a span of time, each event of a series on its own.',
  fulfils: calendarListEvents,
  effect: 'read',
  idempotent: true,
  needs: ['calendar.read'],
  phrases: ["what's on {from}", 'my events {from}', 'find the event {query}'],
  input: calendarListEvents.input.extend({ calendarId }),
  output: calendarListEvents.output,

  /** @see https://learn.microsoft.com/graph/api/calendar-list-calendarview */
  async run(context, { calendarId: id, from, to, query = '', limit, cursor: begin }) {
    const [start, end] = [from, to].map((time) => DateTime.fromISO(time).toUTC().toISO()!) as [string, string];
    if (Date.parse(end) <= Date.parse(start)) refuse('/to', 'The end must come after the start.');
    if (Date.parse(end) - Date.parse(start) > 1825 * 86_400_000)
      refuse('/to', 'At most five years can be listed at once.');
    const asked = {
      startDateTime: start,
      endDateTime: end,
      $top: limit,
      $orderby: 'start/dateTime',
      $select: eventFields,
    };
    const words = query.toLowerCase().split(/\s+/).filter(Boolean);
    const events: CalendarEvent[] = [];
    let cursor = begin;
    for (let pages = 0; pages < mostPages; pages += 1) {
      const page = await pageAt(context, `${calendarPath(id)}/calendarView`, GraphEvent, {
        query: asked,
        headers,
        cursor,
      });
      events.push(...page.value.map((event) => shown(context, event, id)).filter((event) => mentions(event, words)));
      cursor = page.nextCursor;
      if (cursor === undefined || events.length > 0) break;
    }
    return { events, nextCursor: cursor };
  },

  examples: [
    { input: { from: '2026-12-01T00:00:00Z', to: '2026-12-08T00:00:00Z' } },
    { title: 'Search', input: { from: '2026-11-01T00:00:00Z', to: '2027-01-01T00:00:00Z', query: 'dentist' } },
  ],
});
