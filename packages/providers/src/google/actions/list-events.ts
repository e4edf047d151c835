import { calendarListEvents } from '@switchboard/contracts';
import { defineAction } from '@switchboard/provider-kit';
import { calendarChoice } from '../../shared/calendar/choices.ts';
import { GoogleEvents } from '../calendar/answer.ts';
import { primary, toEvent } from '../calendar/event.ts';
import { rfc3339Of } from '../calendar/time.ts';
import { asRead, calendarOf } from '../client.ts';

export const listEvents = defineAction({
  name: 'list_events',
  title: 'List events',
  description: 'Lists the events of a calendar in a span of time, each occurrence of a series on its own.',
  fulfils: calendarListEvents,
  effect: 'read',
  idempotent: true,
  needs: ['calendar.read'],
  phrases: ["what's on {from}", 'my events {from}', 'find the event {query}'],
  input: calendarListEvents.input.extend({ calendarId: calendarChoice('google') }),
  output: calendarListEvents.output,

  /** @see https://developers.google.com/workspace/calendar/api/v3/reference/events/list */
  async run(context, { calendarId, from, to, query, limit, cursor }) {
    const calendar = await calendarOf(context);
    const page = asRead(
      GoogleEvents,
      await calendar.events.list({
        calendarId: primary(calendarId),
        timeMin: rfc3339Of(from),
        timeMax: rfc3339Of(to),
        singleEvents: true,
        orderBy: 'startTime',
        maxResults: limit,
        q: query || undefined,
        pageToken: cursor,
      }),
    );
    const events = page.items.flatMap((event) => toEvent(event, primary(calendarId), page.timeZone) ?? []);
    return { events, timeZone: page.timeZone, nextCursor: page.nextPageToken };
  },

  examples: [
    { input: { from: '2026-12-01T00:00:00Z', to: '2026-12-08T00:00:00Z' } },
    { title: 'Search', input: { from: '2026-12-01T00:00:00Z', to: '2027-01-01T00:00:00Z', query: 'dentist' } },
  ],
});
