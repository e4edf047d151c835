import { expect, test } from '@jest/globals';
import type { CalendarEvent } from '@switchboard/contracts';
import { DateTime } from 'luxon';
import { cancelEvent } from './actions/cancel-event.ts';
import { createEvent } from './actions/create-event.ts';
import { findFreeTime } from './actions/find-free-time.ts';
import { getEvent } from './actions/get-event.ts';
import { listCalendars } from './actions/list-calendars.ts';
import { listEvents } from './actions/list-events.ts';
import { respondToEvent } from './actions/respond-to-event.ts';
import { searchContacts } from './actions/search-contacts.ts';
import { updateEvent } from './actions/update-event.ts';
import { at, day, listed, meeting, monday, starts, zone } from './testing/plans.ts';
import { startGoogle } from './testing/sandbox-google.ts';

test('an event is made once for its run, seen in the list, changed, undone and taken back', async () => {
  await using google = await startGoogle();

  const made = await google.run(createEvent, {
    ...meeting,
    attendees: [{ email: 'jonas.weld.demo@gmail.com' }],
    conference: true,
    location: 'Café',
  });
  await made.again();
  expect(await listed(google)).toMatchObject([{ id: made.output.id, title: 'Planning 🎯', location: 'Café' }]);
  await expect(made.recover()).resolves.toMatchObject({ id: made.output.id });
  expect((await google.run(getEvent, { eventId: made.output.id })).output.attendees).toHaveLength(1);

  const moved = await google.run(updateEvent, {
    eventId: made.output.id,
    start: at(16),
    title: 'Zephyr talk',
    notify: 'none',
  });
  expect(moved.output).toMatchObject({ title: 'Zephyr talk', location: 'Café' });
  expect(starts(await listed(google, 'Zephyr'))).toEqual([day(0, 16)]);
  await moved.undo();
  expect(starts(await listed(google))).toEqual([day(0, 10)]);

  await made.undo();
  expect(await listed(google)).toEqual([]);
});

test('undo leaves an event alone that was changed again since', async () => {
  await using google = await startGoogle();
  const { output } = await google.run(createEvent, meeting);

  const first = await google.run(updateEvent, { eventId: output.id, title: 'Planning A', notify: 'none' });
  await google.run(updateEvent, { eventId: output.id, title: 'Planning B', notify: 'none' });

  await expect(first.undo()).rejects.toMatchObject({ code: 'conflict' });
});

test('a timed event becomes an all-day one and back', async () => {
  await using google = await startGoogle();
  const { output } = await google.run(createEvent, meeting);

  const wholeDay = await google.run(updateEvent, {
    eventId: output.id,
    start: { date: monday.toISODate() },
    notify: 'none',
  });

  expect(wholeDay.output).toMatchObject({
    start: { date: monday.toISODate() },
    end: { date: monday.plus({ days: 1 }).toISODate() },
  });
  await wholeDay.undo();
  expect(starts(await listed(google))).toEqual([day(0, 10)]);
});

test('an all-day event that was given a time is given its day back', async () => {
  await using google = await startGoogle();
  const span = { start: { date: monday.toISODate() }, end: { date: monday.plus({ days: 1 }).toISODate() } };
  const { output } = await google.run(createEvent, { ...meeting, ...span });

  const timed = await google.run(updateEvent, { eventId: output.id, start: at(9), notify: 'none' });

  expect(starts(await listed(google))).toEqual([day(0, 9)]);
  await timed.undo();
  expect(await listed(google)).toMatchObject([span]);
});

test('a cancelled event cannot be edited, and says so', async () => {
  await using google = await startGoogle();
  const { output } = await google.run(createEvent, meeting);
  await google.run(cancelEvent, { eventId: output.id, notify: 'none' });

  await expect(google.run(updateEvent, { eventId: output.id, title: 'x' })).rejects.toMatchObject({
    code: 'conflict',
    message: 'This event is cancelled.',
  });
});

test('an invitation is answered and the answer taken back', async () => {
  await using google = await startGoogle();
  const from = DateTime.now().minus({ weeks: 4 }).toISO()!;
  const { output } = await google.run(listEvents, { from, to: DateTime.now().plus({ weeks: 8 }).toISO()!, limit: 250 });
  const invited = (output.events as CalendarEvent[]).find(({ attendees, seriesId }) =>
    attendees.some(({ self, organizer, response }) => self && !organizer && !seriesId && response !== 'declined'),
  );
  const own = (event: CalendarEvent) => event.attendees.find(({ self }) => self)!.response;

  const answered = await google.run(respondToEvent, {
    eventId: invited!.id,
    response: 'declined',
    comment: 'Away',
    notify: 'none',
  });

  expect(own(answered.output)).toBe('declined');
  await answered.undo();
  expect(own((await google.run(getEvent, { eventId: invited!.id })).output)).toBe(own(invited!));
});

test('free time leaves out what is busy and names who cannot be seen', async () => {
  await using google = await startGoogle();
  await google.run(createEvent, { ...meeting, start: at(0, 0), end: at(12, 0) });

  const { output } = await google.run(findFreeTime, {
    from: monday.toISO(),
    to: monday.plus({ days: 1 }).toISO(),
    timeZone: zone,
    attendees: ['jonas.weld.demo@gmail.com', 'nobody@elsewhere.example'],
    workingHours: { start: '09:00', end: '17:00' },
  });

  expect(output.unknown).toContain('nobody@elsewhere.example');
  expect(output.slots.every(({ start }: { start: string }) => DateTime.fromISO(start, { zone }).hour >= 12)).toBe(true);
  expect(output.busy.some(({ email }: { email: string }) => email === google.account.email!)).toBe(true);
});

test('calendars and contacts are listed, contacts found by name', async () => {
  await using google = await startGoogle();

  const { output: calendars } = await google.run(listCalendars, {});
  const { output: all } = await google.run(searchContacts, {});
  const first = all.contacts[0];
  const { output: found } = await google.run(searchContacts, { query: first.name.split(' ')[0] });

  expect(calendars.calendars[0]).toMatchObject({ primary: true, writable: true, timeZone: zone });
  expect(found.contacts.map(({ id }: { id: string }) => id)).toContain(first.id);
});
