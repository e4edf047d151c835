import { calendarListCalendars } from '@switchboard/contracts';
import { defineAction } from '@switchboard/provider-kit';
import { calendarsOf } from '../calendar/calls.ts';
import { ownZone } from '../calendar/schedule.ts';

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

  /** @see https://learn.microsoft.com/graph/api/user-list-calendars */
  async run(context) {
    const found = await calendarsOf(context);
    const timeZone = await ownZone(context);
    const calendars = found.map(({ id, name, isDefaultCalendar, canEdit, hexColor }) => ({
      id,
      title: name ?? id,
      primary: isDefaultCalendar ?? false,
      writable: canEdit ?? false,
      timeZone,
      color: hexColor || undefined,
    }));
    return { calendars: calendars.sort((a, b) => Number(b.primary) - Number(a.primary)) };
  },

  examples: [{ input: {} }],
});
