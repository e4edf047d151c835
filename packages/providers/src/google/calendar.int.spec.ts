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
import type { SandboxAccount } from '../testing/sandbox-account.ts';
import { startGoogle } from './testing/sandbox-google.ts';

const zone = 'Europe/London';
const monday = DateTime.now().setZone(zone).plus({ weeks: 6 }).startOf('week');
const time = (moment: DateTime) => ({ dateTime: moment.toISO({ suppressMilliseconds: true })!, timeZone: zone });
const at = (hour: number, day = 0) => time(monday.plus({ days: day }).set({ hour }));
const meeting = { title: 'Planning 🎯', start: at(10), end: at(11), notify: 'none' };

async function listed(google: SandboxAccount, query = 'Planning'): Promise<CalendarEvent[]> {
  const span = { from: monday.minus({ weeks: 1 }).toISO()!, to: monday.plus({ weeks: 8 }).toISO()! };
  const { output } = await google.run(listEvents, { ...span, query });
  return output.events;
}
const starts = (events: CalendarEvent[]) =>
  events.map(({ start }) =>
    'date' in start ? start.date : DateTime.fromISO(start.dateTime, { zone }).toFormat('ccc d.M. HH:mm'),
  );
const day = (days: number, hour: number) => monday.plus({ days }).set({ hour }).toFormat('ccc d.M. HH:mm');

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

const weekly = { ...meeting, recurrence: ['RRULE:FREQ=WEEKLY;BYDAY=MO;COUNT=5'] };

test('one event of a series is changed alone', async () => {
  await using google = await startGoogle();
  await google.run(createEvent, weekly);
  const [, second] = await listed(google);

  const changed = await google.run(updateEvent, { eventId: second!.id, start: at(14, 7), notify: 'none' });

  expect(starts(await listed(google))).toEqual([day(0, 10), day(7, 14), day(14, 10), day(21, 10), day(28, 10)]);
  await changed.undo();
  expect(starts(await listed(google))).toEqual([0, 7, 14, 21, 28].map((days) => day(days, 10)));
});

test('a series taken as one event is refused with a way out', async () => {
  await using google = await startGoogle();
  const { output } = await google.run(createEvent, weekly);

  await expect(google.run(updateEvent, { eventId: output.id, title: 'x' })).rejects.toMatchObject({
    code: 'input_invalid',
    message: expect.stringContaining('series'),
  });
});

test('a change of the whole series shifts every event by the clock, also to another day', async () => {
  await using google = await startGoogle();
  await google.run(createEvent, weekly);
  const [, , third] = await listed(google);

  const changed = await google.run(updateEvent, {
    eventId: third!.id,
    scope: 'all',
    start: at(15, 15),
    notify: 'none',
  });

  expect(starts(await listed(google))).toEqual([1, 8, 15, 22, 29].map((days) => day(days, 15)));
  await changed.undo();
  expect(starts(await listed(google))).toEqual([0, 7, 14, 21, 28].map((days) => day(days, 10)));
});

test('this and following splits the series, and undo joins it again', async () => {
  await using google = await startGoogle();
  await google.run(createEvent, weekly);
  const [, , third] = await listed(google);

  const changed = await google.run(updateEvent, {
    eventId: third!.id,
    scope: 'following',
    start: at(16, 14),
    location: 'Room 5',
    notify: 'none',
  });

  const events = await listed(google);
  expect(starts(events)).toEqual([day(0, 10), day(7, 10), day(14, 16), day(21, 16), day(28, 16)]);
  expect(events.map(({ location }) => location)).toEqual([undefined, undefined, 'Room 5', 'Room 5', 'Room 5']);
  await changed.undo();
  expect(starts(await listed(google))).toEqual([0, 7, 14, 21, 28].map((days) => day(days, 10)));
});

test.each([
  ['this', [0, 14, 21, 28]],
  ['following', [0]],
  ['all', []],
] as const)('cancelling %s of a series leaves the rest, and undo brings it back', async (scope, left) => {
  await using google = await startGoogle();
  await google.run(createEvent, weekly);
  const [, second] = await listed(google);

  const cancelled = await google.run(cancelEvent, { eventId: second!.id, scope, notify: 'none' });

  expect(starts(await listed(google))).toEqual(left.map((days) => day(days, 10)));
  await expect(cancelled.recover()).resolves.toMatchObject({ cancelled: true });
  await cancelled.undo();
  expect(starts(await listed(google))).toEqual([0, 7, 14, 21, 28].map((days) => day(days, 10)));
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
