import { expect, test } from '@jest/globals';
import { fakeGoogle, marker } from '../testing/fake-google.ts';
import { createEvent } from './create-event.ts';

const input = createEvent.examples[0]!.input;
const made = {
  id: marker,
  status: 'confirmed',
  summary: 'Lunch with Priya',
  htmlLink: 'https://www.google.com/calendar/event?eid=x',
  updated: '2026-11-21T09:00:00.000Z',
  start: { dateTime: '2026-12-01T12:30:00+01:00', timeZone: 'Europe/Berlin' },
  end: { dateTime: '2026-12-01T13:30:00+01:00', timeZone: 'Europe/Berlin' },
  attendees: [{ email: 'priya@example.com', displayName: 'Priya', responseStatus: 'needsAction' }],
  hangoutLink: 'https://meet.google.com/abc-defg-hij',
};

test('an event carries the id of its run, its guests, place, reminders and a video link', async () => {
  const google = fakeGoogle(() => ({ json: made }));

  const output = await google.run(createEvent, input);

  const [request] = google.http.seen;
  expect(request!.method).toBe('POST');
  expect(request!.url.href).toBe(
    'https://www.googleapis.com/calendar/v3/calendars/primary/events?sendUpdates=all&conferenceDataVersion=1',
  );
  expect(request!.idempotent).toBe(true);
  expect(request!.json).toEqual({
    id: marker,
    summary: 'Lunch with Priya',
    start: { dateTime: '2026-12-01T12:30:00+01:00', timeZone: 'Europe/Berlin' },
    end: { dateTime: '2026-12-01T13:30:00+01:00', timeZone: 'Europe/Berlin' },
    attendees: [{ email: 'priya@fernhill.example', displayName: 'Priya' }],
    location: 'Café Anna',
    reminders: { useDefault: false, overrides: [{ method: 'popup', minutes: 15 }] },
    conferenceData: { createRequest: { requestId: marker, conferenceSolutionKey: { type: 'hangoutsMeet' } } },
  });
  expect(output).toMatchObject({ id: marker, calendarId: 'primary', conferenceUrl: made.hangoutLink });
});

test('R-1 a create that Google has already seen answers the event instead of a second one', async () => {
  const google = fakeGoogle(({ method }) =>
    method === 'POST'
      ? { status: 409, json: { error: { code: 409, message: 'The requested identifier already exists.' } } }
      : { json: made },
  );

  await expect(google.run(createEvent, input)).resolves.toMatchObject({ id: marker });
});

test('R-1 an answer lost on the way is unknown, and the run finds its event again by its id', async () => {
  const google = fakeGoogle(({ method }) => (method === 'POST' ? new Error('reset') : { json: made }));

  await expect(google.run(createEvent, input)).rejects.toMatchObject({ code: 'outcome_unknown' });
  const context = google.contextFor(createEvent);
  await expect(createEvent.recover!(context, createEvent.input.parse(input))).resolves.toMatchObject({ id: marker });
});

test('an end before its start is refused before any call', async () => {
  const google = fakeGoogle(() => undefined);

  await expect(google.run(createEvent, { ...input, end: input.start })).rejects.toMatchObject({
    code: 'input_invalid',
    details: { errors: [{ path: '/end' }] },
  });
  expect(google.http.seen).toHaveLength(0);
});

test('undo deletes what was made', async () => {
  const google = fakeGoogle(() => ({ status: 204 }));
  const output = createEvent.output.parse({ ...made, title: 'x', calendarId: 'primary', attendees: [] });

  await createEvent.undo!(google.contextFor(createEvent), {
    input: createEvent.input.parse(input),
    output,
    before: undefined,
  });

  expect(google.http.seen[0]).toMatchObject({ method: 'DELETE' });
  expect(google.http.seen[0]!.url.pathname).toBe(`/calendar/v3/calendars/primary/events/${marker}`);
});
