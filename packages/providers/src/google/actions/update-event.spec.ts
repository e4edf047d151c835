import { expect, test } from '@jest/globals';
import type { Script } from '@switchboard/provider-kit/testing';
import { fakeAnswer, instanceId } from '../testing/fake-answers.ts';
import { fakeGoogle, marker } from '../testing/fake-google.ts';
import { updateEvent } from './update-event.ts';

const berlin = (dateTime: string) => ({ dateTime, timeZone: 'Europe/Berlin' });
const series = '/calendar/v3/calendars/primary/events/series';
const failingOn =
  (method: string, path: string, status: number): Script =>
  (request) =>
    request.method === method && request.url.pathname === path
      ? { status, json: { error: { message: 'Backend Error' } } }
      : fakeAnswer(request);

test('only the fields named are written, a new start keeps the length', async () => {
  const google = fakeGoogle(fakeAnswer);

  await google.run(updateEvent, { eventId: 'single', start: berlin('2026-12-04T09:00:00+01:00'), notify: 'external' });

  const patch = google.http.seen.at(-1)!;
  expect(patch.method).toBe('PATCH');
  expect(patch.url.searchParams.get('sendUpdates')).toBe('externalOnly');
  expect(patch.json).toEqual({ start: berlin('2026-12-04T09:00:00+01:00'), end: berlin('2026-12-04T10:00:00+01:00') });
});

test('guests who are there keep their answer when one is added', async () => {
  const google = fakeGoogle(fakeAnswer);

  await google.run(updateEvent, {
    eventId: 'single',
    attendees: [{ email: 'PRIYA@example.com' }, { email: 'bob@example.com', name: 'Bob' }],
  });

  expect(google.http.seen.at(-1)!.json).toEqual({
    attendees: [
      { email: 'PRIYA@example.com', displayName: 'Priya', responseStatus: 'accepted', organizer: true },
      { email: 'bob@example.com', displayName: 'Bob' },
    ],
  });
});

test('a split makes the new series under the id of its run, then ends the old one', async () => {
  const google = fakeGoogle(fakeAnswer);

  await google.run(updateEvent, { eventId: instanceId, scope: 'following', title: 'New plan' });

  const [insert, end] = google.http.seen.slice(-2);
  expect(insert!.json).toMatchObject({
    id: marker,
    summary: 'New plan',
    start: berlin('2026-12-08T16:00:00+01:00'),
    end: berlin('2026-12-08T17:00:00+01:00'),
    recurrence: ['RRULE:FREQ=WEEKLY;BYDAY=TU;COUNT=9'],
  });
  expect(end!.url.pathname).toBe(series);
  expect(end!.json).toEqual({ recurrence: ['RRULE:FREQ=WEEKLY;BYDAY=TU;UNTIL=20261208T145959Z'] });
});

test('a split whose second half is refused takes the new series back', async () => {
  const google = fakeGoogle(failingOn('PATCH', series, 403));

  await expect(google.run(updateEvent, { eventId: instanceId, scope: 'following', title: 'x' })).rejects.toMatchObject({
    code: 'provider_rejected',
  });

  expect(google.http.seen.at(-1)).toMatchObject({ method: 'DELETE' });
  expect(google.http.seen.at(-1)!.url.pathname).toBe('/calendar/v3/calendars/primary/events/single');
});

test('R-1 a split that broke off half way is finished, not begun again', async () => {
  const google = fakeGoogle((request) =>
    request.url.pathname.endsWith(marker)
      ? { json: { ...(fakeAnswer(request).json as object), id: marker } }
      : fakeAnswer(request),
  );
  const input = updateEvent.input.parse({ eventId: instanceId, scope: 'following', title: 'x' });

  await expect(updateEvent.recover!(google.contextFor(updateEvent), input)).resolves.toMatchObject({ id: marker });

  expect(google.http.seen.map(({ method }) => method)).not.toContain('POST');
  expect(google.http.seen.at(-1)!.json).toEqual({ recurrence: ['RRULE:FREQ=WEEKLY;BYDAY=TU;UNTIL=20261208T145959Z'] });
});

test('R-1 after an unclear change the event itself tells whether it happened', async () => {
  const google = fakeGoogle((request) =>
    request.url.pathname.endsWith(marker) ? { status: 404, json: {} } : fakeAnswer(request),
  );
  const recovered = (title: string) =>
    updateEvent.recover!(google.contextFor(updateEvent), updateEvent.input.parse({ eventId: 'single', title }));

  await expect(recovered('Planning')).resolves.toMatchObject({ id: 'single' });
  await expect(recovered('Something else')).resolves.toBeUndefined();
});
