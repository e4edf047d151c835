import { expect, test } from '@jest/globals';
import { fakeAnswer } from '../testing/fake-answers.ts';
import { fakeGoogle } from '../testing/fake-google.ts';
import { cancelEvent } from './cancel-event.ts';
import { createEvent } from './create-event.ts';
import { findFreeTime } from './find-free-time.ts';
import { listEvents } from './list-events.ts';
import { moveEvent } from './move-event.ts';
import { respondToEvent } from './respond-to-event.ts';
import { updateEvent } from './update-event.ts';

const free = findFreeTime.examples[0]!.input;
const answer = (event: object) =>
  fakeGoogle(() => ({ json: { id: 'x', start: { date: '2026-12-01' }, end: { date: '2026-12-02' }, ...event } }));

test('an impossible time is refused while the card is still open', async () => {
  const google = fakeGoogle(fakeAnswer);
  const times = { start: { date: '2026-12-02' }, end: { date: '2026-12-02' } };
  const create = createEvent.input.parse({ title: 'x', ...times });
  const update = updateEvent.input.parse({ eventId: 'single', ...times });

  await expect(async () => createEvent.before!(google.contextFor(createEvent), create)).rejects.toMatchObject({
    code: 'input_invalid',
  });
  await expect(updateEvent.before!(google.contextFor(updateEvent), update)).rejects.toMatchObject({
    code: 'input_invalid',
  });
});

test('an invitation that is none cannot be answered', async () => {
  await expect(answer({}).run(respondToEvent, { eventId: 'x', response: 'accepted' })).rejects.toMatchObject({
    code: 'input_invalid',
    message: expect.stringContaining('not invited'),
  });
});

test('an event that is cancelled already is not cancelled again', async () => {
  await expect(answer({ status: 'cancelled' }).run(cancelEvent, { eventId: 'x' })).rejects.toMatchObject({
    code: 'conflict',
  });
});

test('a deletion that was seen the first time counts as done', async () => {
  const google = fakeGoogle((request) =>
    request.method === 'DELETE'
      ? { status: 410, json: { error: { message: 'Resource has been deleted' } } }
      : fakeAnswer(request),
  );

  await expect(google.run(cancelEvent, { eventId: 'single' })).resolves.toEqual({ eventId: 'single', cancelled: true });
});

test.each([
  [{ timeZone: 'Nowhere/Land' }, '/timeZone'],
  [{ to: free.from }, '/to'],
  [{ to: '2028-01-01T00:00:00Z' }, '/to'],
])('free time with %j is refused before any call', async (change, path) => {
  const google = fakeGoogle(() => undefined);

  await expect(google.run(findFreeTime, { ...free, ...change })).rejects.toMatchObject({
    code: 'input_invalid',
    details: { errors: [{ path }] },
  });
  expect(google.http.seen).toHaveLength(0);
});

test('people whose calendar is hidden are unknown, not free', async () => {
  const google = fakeGoogle(() => ({
    json: {
      calendars: {
        primary: { busy: [] },
        'priya@fernhill.example': { errors: [{ domain: 'global', reason: 'notFound' }], busy: [] },
      },
    },
  }));

  expect(await google.run(findFreeTime, free)).toMatchObject({ unknown: ['priya@fernhill.example'] });
});

test('a move is sent once and found again in the other calendar', async () => {
  const google = fakeGoogle((request) => (request.method === 'POST' ? new Error('reset') : fakeAnswer(request)));
  const input = moveEvent.input.parse({ eventId: 'single', toCalendarId: 'team@group.calendar.google.com' });

  await expect(google.run(moveEvent, input)).rejects.toMatchObject({ code: 'outcome_unknown' });
  expect(google.http.seen[0]!.idempotent).toBe(false);
  await expect(moveEvent.recover!(google.contextFor(moveEvent), input)).resolves.toMatchObject({
    calendarId: 'team@group.calendar.google.com',
  });
});

test('events without a time of their own are left out of a list, all-day ones and odd zones are kept', async () => {
  const google = fakeGoogle(() => ({
    json: {
      timeZone: 'Europe/Berlin',
      items: [
        { id: 'a', status: 'cancelled' },
        { id: 'b', start: { date: '2026-12-01' }, end: { date: '2026-12-02' } },
        {
          id: 'c',
          start: { dateTime: '2026-12-01T10:00:00Z', timeZone: 'GMT+99' },
          end: { dateTime: '2026-12-01T11:00:00Z' },
        },
      ],
      nextPageToken: 'more',
    },
  }));

  expect(await google.run(listEvents, listEvents.examples[0]!.input)).toMatchObject({
    events: [
      { id: 'b', title: '' },
      { id: 'c', start: { timeZone: 'UTC' }, end: { timeZone: 'Europe/Berlin' } },
    ],
    nextCursor: 'more',
  });
});
