import type { SandboxKit } from '../../kit/world.ts';
import { cast } from '../../seed/cast.ts';
import { accountBy } from '../accounts.ts';
import { context, defineMethod, type GraphMethod } from '../api.ts';
import { invalid } from '../errors.ts';
import { ScheduleBody } from './bodies.ts';
import { wishOf } from './list-methods.ts';
import { occurrencesOf } from './recurrence.ts';
import { calendarState, type StoredEvent } from './state.ts';
import { momentOf, shownTime } from './time.ts';

/** When people of the organisation are busy. @see https://learn.microsoft.com/graph/api/calendar-getschedule (read 2026-11-21) */
export const scheduleMethods = (kit: SandboxKit): readonly GraphMethod[] => [
  defineMethod({
    id: 'me.calendar.getSchedule',
    http: 'POST',
    path: '/me/calendar/getSchedule',
    scopes: ['Calendars.Read', 'Calendars.ReadWrite'],
    body: ScheduleBody,
    run: ({ request, body }) => {
      const { zone } = wishOf(request);
      const [from, to] = [momentOf(body.startTime), momentOf(body.endTime)];
      if (to <= from) throw invalid('The end of the window is before its start.', 'ErrorInvalidParameter');
      if (to.diff(from, 'days').days > 62)
        throw invalid('The requested time window is longer than 62 days.', 'ErrorInvalidFreeBusyViewType');
      const value = body.schedules.map((email) => {
        const own = eventsAbout(kit, email);
        if (!own) return { scheduleId: email, error: unresolved };
        const busy = own.flatMap((event) => occurrencesOf(event, from, to)).filter(({ content }) => content.showAs !== 'free'); // prettier-ignore
        return {
          scheduleId: email,
          availabilityView: '',
          scheduleItems: busy.map(({ content: { start, end, showAs } }) => ({
            isPrivate: false,
            status: showAs,
            start: shownTime(momentOf(start), zone),
            end: shownTime(momentOf(end), zone),
          })),
          workingHours: {
            daysOfWeek: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
            startTime: '08:00:00.0000000',
            endTime: '17:00:00.0000000',
            timeZone: { name: accountBy(email)?.timeZone === 'America/New_York' ? 'Eastern Standard Time' : 'GMT Standard Time' }, // prettier-ignore
          },
        };
      });
      return { '@odata.context': context('Collection(microsoft.graph.scheduleInformation)'), value };
    },
  }),
];

const unresolved = {
  message: 'Unable to resolve e-mail address to an Active Directory object.',
  responseCode: 'ErrorMailRecipientNotFound',
};

/** What is known of someone of the studio: an own calendar, or for colleagues the meetings they are invited to. */
function eventsAbout(kit: SandboxKit, email: string): StoredEvent[] | undefined {
  const events = Object.values(calendarState(kit).events);
  const account = accountBy(email);
  if (account) return events.filter(({ owner }) => owner === account.id);
  const colleague = cast.find((person) => person.email === email.toLowerCase() && person.company === 'Fernhill Studio');
  return colleague && events.filter(({ isOrganizer, attendees }) => isOrganizer && attendees.some(({ address }) => address === colleague.email)); // prettier-ignore
}
