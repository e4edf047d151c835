import { expect, test } from '@jest/globals';
import { cancelEvent } from './actions/cancel-event.ts';
import { createEvent } from './actions/create-event.ts';
import { updateEvent } from './actions/update-event.ts';
import { at, day, listed, meeting, starts } from './testing/plans.ts';
import { startGoogle } from './testing/sandbox-google.ts';

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
