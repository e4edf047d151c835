import type { CallOf } from './call-mail.ts';

/** Every method of Calendar. */
export async function callCalendar(call: CallOf): Promise<void> {
  const calendar = 'https://www.googleapis.com/calendar/v3';
  const events = `${calendar}/calendars/primary/events`;
  await call('GET', `${calendar}/users/me/calendarList`);
  await call('GET', `${calendar}/users/me/calendarList/primary`);
  await call('GET', `${calendar}/calendars/primary`);
  await call('GET', `${calendar}/users/me/settings`);
  await call('GET', `${calendar}/users/me/settings/timezone`);
  await call('GET', `${events}?maxResults=2500&showDeleted=true`);
  await call('GET', `${events}?maxResults=2500&singleEvents=true`);
  const time = (hour: number) => ({ dateTime: `2027-01-04T${hour}:00:00+01:00`, timeZone: 'Europe/Berlin' });
  const made = await call('POST', `${events}?conferenceDataVersion=1`, {
    summary: 'Held',
    start: time(10),
    end: time(11),
    recurrence: ['RRULE:FREQ=DAILY;COUNT=3'],
    attendees: [{ email: 'jonas.weld.demo@gmail.com' }],
    conferenceData: { createRequest: { requestId: 'held' } },
    reminders: { useDefault: false, overrides: [{ method: 'popup', minutes: 5 }] },
  });
  const path = `${events}/${made.body.id}`;
  await call('GET', path);
  const instances = await call('GET', `${path}/instances`);
  await call('PATCH', `${events}/${instances.body.items[1].id}`, { summary: 'Held once' });
  await call('PUT', path, made.body);
  await call(
    'POST',
    `${path}/move?destination=${encodeURIComponent('fernhill-studio-team@group.calendar.google.com')}`,
  );
  const single = await call('POST', events, { start: { date: '2027-01-05' }, end: { date: '2027-01-06' } });
  await call('DELETE', `${events}/${single.body.id}`);
  await call('POST', `${calendar}/freeBusy`, {
    timeMin: '2026-11-01T00:00:00Z',
    timeMax: '2026-12-01T00:00:00Z',
    items: [{ id: 'primary' }, { id: 'x@example.org' }],
  });
}
