import { calendarListCalendars } from '@switchboard/contracts';
import { defineAction } from '@switchboard/provider-kit';
import { GoogleCalendars } from '../calendar/answer.ts';
import { asRead, calendarOf } from '../client.ts';

export const listCalendars = defineAction({
  name: 'list_calendars',
  title: 'List calendars',
  description: 'Lists the calendars of the account, the primary one first, and says which can be written.',
  fulfils: calendarListCalendars,
  effect: 'read',
  idempotent: true,
  needs: ['calendar.read'],
  phrases: ['my calendars', 'which calendars do I have'],
  input: calendarListCalendars.input,
  output: calendarListCalendars.output,

  /** @see https://developers.google.com/workspace/calendar/api/v3/reference/calendarList/list */
  async run(context) {
    const calendar = await calendarOf(context);
    const items = [];
    let pageToken: string | undefined;
    do {
      const page = asRead(GoogleCalendars, await calendar.calendarList.list({ maxResults: 250, pageToken }));
      items.push(...page.items.filter(({ deleted }) => !deleted));
      pageToken = page.nextPageToken;
    } while (pageToken);

    const calendars = items.map((item) => ({
      id: item.id,
      title: item.summaryOverride ?? item.summary ?? item.id,
      primary: item.primary ?? false,
      writable: ['owner', 'writer', 'writerWithoutPrivateAccess'].includes(item.accessRole ?? ''),
      timeZone: item.timeZone ?? 'UTC',
      color: item.backgroundColor,
    }));
    return { calendars: calendars.sort((a, b) => Number(b.primary) - Number(a.primary)) };
  },

  examples: [{ input: {} }],
});
