import { expect, test } from '@jest/globals';
import { DateTime } from 'luxon';
import { Fixture } from '../../fixture.ts';

const calendars = 'https://www.googleapis.com/calendar/v3/calendars';
const events = `${calendars}/primary/events`;
const jonas = 'jonas.weld.demo@gmail.com';
const ada = 'ada.marsh.demo@gmail.com';
const zone = 'Europe/London';
const monday = DateTime.now().setZone(zone).startOf('week').plus({ weeks: 1 });
const at = (day: number, hour: number) => ({
  dateTime: monday.plus({ days: day, hours: hour }).toISO({ suppressMilliseconds: true })!,
  timeZone: zone,
});
const week = `timeMin=${encodeURIComponent(monday.toISO()!)}&timeMax=${encodeURIComponent(monday.plus({ weeks: 1 }).toISO()!)}`;

interface Item {
  id: string;
  status: string;
  summary?: string;
  start: { dateTime?: string; date?: string };
  recurringEventId?: string;
  [field: string]: unknown;
}

test('a week shows series spread out, in order, with an event of every kind', async () => {
  await using fixture = await Fixture.start();
  const { access_token } = await fixture.grant(['calendar.readonly']);

  const { body } = await fixture.call(access_token, 'GET', `${events}?${week}&singleEvents=true&orderBy=startTime`);
  const all = await fixture.call(access_token, 'GET', `${events}?singleEvents=true&maxResults=2500`);

  const items = body.items as Item[];
  expect(items.filter((item) => item.summary?.startsWith('Team stand-up')).length).toBeGreaterThanOrEqual(4);
  const starts = items.map((item) => DateTime.fromISO(item.start.dateTime ?? item.start.date!, { zone }).toMillis());
  expect(starts).toEqual([...starts].sort((a, b) => a - b));
  expect(items.every((item) => item.status !== 'cancelled')).toBe(true);
  expect(all.body.items.length).toBeGreaterThan(100);
  expect((await fixture.call(access_token, 'GET', `${events}?orderBy=startTime`)).status).toBe(400);
});

test('an inserted event reaches the guest, whose answer comes back to the organizer', async () => {
  await using fixture = await Fixture.start();
  const own = await fixture.grant(['calendar.events']);
  const guest = await fixture.grant(['calendar.events'], { account: jonas });
  const body = {
    summary: 'Chat about maps',
    start: at(0, 10),
    end: at(0, 11),
    attendees: [{ email: jonas }, { email: ada }],
    conferenceData: { createRequest: { requestId: 'r1' } },
  };

  const made = await fixture.call(own.access_token, 'POST', `${events}?sendUpdates=all&conferenceDataVersion=1`, body);
  const seen = await fixture.call(guest.access_token, 'GET', `${events}/${made.body.id}`);
  const foreign = await fixture.call(guest.access_token, 'PATCH', `${events}/${made.body.id}`, { summary: 'Mine now' });
  const answered = await fixture.call(guest.access_token, 'PATCH', `${events}/${made.body.id}`, {
    attendees: [{ email: jonas, responseStatus: 'accepted' }],
  });
  const after = await fixture.call(own.access_token, 'GET', `${events}/${made.body.id}`);

  expect(made.body).toMatchObject({
    status: 'confirmed',
    hangoutLink: expect.stringMatching(/^https:\/\/meet\.google\.com\/\w{3}-\w{4}-\w{3}$/),
    organizer: { email: ada, self: true },
  });
  expect(seen.body).toMatchObject({ summary: 'Chat about maps', organizer: { email: ada } });
  expect(seen.body.organizer.self).toBeUndefined();
  expect(foreign).toMatchObject({ status: 403, body: { error: { errors: [{ reason: 'forbiddenForNonOrganizer' }] } } });
  expect(answered.status).toBe(200);
  expect(after.body.attendees).toContainEqual(expect.objectContaining({ email: jonas, responseStatus: 'accepted' }));
  const { notices } = (await fixture.control('GET', `/state/${ada}?provider=google`)).body;
  expect(notices[0]).toMatchObject({ kind: 'invitation', sendUpdates: 'all', to: [jonas] });
});

test('an own id is taken once, a second time answers 409, and a strange one 400', async () => {
  await using fixture = await Fixture.start();
  const { access_token } = await fixture.grant(['calendar.events']);
  const body = { id: 'abcdefgh01234567', summary: 'Once', start: at(0, 9), end: at(0, 10) };

  expect((await fixture.call(access_token, 'POST', events, body)).status).toBe(200);
  expect(await fixture.call(access_token, 'POST', events, body)).toMatchObject({
    status: 409,
    body: { error: { errors: [{ reason: 'duplicate' }] } },
  });
  expect((await fixture.call(access_token, 'POST', events, { ...body, id: 'with-dash' })).status).toBe(400);
});

test('unknown fields, bad types and impossible times are refused in the shape Google uses', async () => {
  await using fixture = await Fixture.start();
  const { access_token } = await fixture.grant(['calendar.events']);
  const good = { summary: 'x', start: at(0, 9), end: at(0, 10) };
  const post = (body: object, query = '') => fixture.call(access_token, 'POST', `${events}${query}`, body);

  expect(await post({ ...good, title: 'x' })).toMatchObject({
    status: 400,
    body: {
      error: { code: 400, message: expect.stringContaining('Unknown name "title"'), status: 'INVALID_ARGUMENT' },
    },
  });
  expect((await post({ ...good, summary: 5 })).status).toBe(400);
  expect((await post(good, '?notify=all')).status).toBe(400);
  expect(await post({ ...good, end: at(0, 8) })).toMatchObject({
    status: 400,
    body: { error: { errors: [{ reason: 'timeRangeEmpty' }] } },
  });
  expect((await post({ summary: 'x', start: at(0, 9) })).body.error.message).toBe('Missing end time.');
  expect((await post({ ...good, start: { dateTime: '2026-12-01T09:00:00' } })).status).toBe(400);
  expect((await post({ ...good, start: { date: '2026-12-01' } })).status).toBe(400);
  expect((await post({ ...good, recurrence: ['RRULE:FREQ=SOMETIMES'] })).status).toBe(400);
  expect((await fixture.call(access_token, 'GET', `${events}?timeZone=Mars/Olympus`)).status).toBe(400);
  expect((await post({ ...good, attendees: [{ email: 'nobody' }] })).body.error.message).toBe(
    'Invalid attendee email.',
  );
  expect((await fixture.call(access_token, 'GET', 'https://www.googleapis.com/calendar/v3/nothing')).status).toBe(404);
});

test('one occurrence moves, one is cancelled, the rest of the series stays', async () => {
  await using fixture = await Fixture.start();
  const { access_token } = await fixture.grant(['calendar.events']);
  const series = await fixture.call(access_token, 'POST', events, {
    summary: 'Swim',
    start: at(0, 7),
    end: at(0, 8),
    recurrence: ['RRULE:FREQ=DAILY;COUNT=5'],
  });
  const instances = async (): Promise<Item[]> =>
    (await fixture.call(access_token, 'GET', `${events}/${series.body.id}/instances`)).body.items;
  const [first, second] = await instances();

  const moved = await fixture.call(access_token, 'PATCH', `${events}/${first!.id}`, {
    start: at(0, 12),
    end: at(0, 13),
  });
  const gone = await fixture.call(access_token, 'DELETE', `${events}/${second!.id}`);

  expect(moved.body).toMatchObject({
    id: first!.id,
    recurringEventId: series.body.id,
    originalStartTime: first!.start,
  });
  expect(gone.status).toBe(204);
  expect(await instances()).toHaveLength(4);
  const listed = await fixture.call(access_token, 'GET', `${events}?${week}&singleEvents=true&q=swim`);
  expect(listed.body.items).toHaveLength(4);
  const restored = await fixture.call(access_token, 'PATCH', `${events}/${second!.id}`, { status: 'confirmed' });
  expect(restored.body.status).toBe('confirmed');
  expect(await instances()).toHaveLength(5);
});

test('a series cut by UNTIL ends there, and a repeat across the clock change keeps its wall time', async () => {
  await using fixture = await Fixture.start();
  const { access_token } = await fixture.grant(['calendar.events']);
  const start = { dateTime: '2027-03-22T09:00:00', timeZone: zone };
  const series = await fixture.call(access_token, 'POST', events, {
    summary: 'Clock',
    start,
    end: { ...start, dateTime: '2027-03-22T10:00:00' },
    recurrence: ['RRULE:FREQ=WEEKLY;COUNT=4'],
  });
  const instances = async (): Promise<Item[]> =>
    (await fixture.call(access_token, 'GET', `${events}/${series.body.id}/instances`)).body.items;

  expect((await instances()).map((item) => item.start.dateTime)).toEqual([
    '2027-03-22T09:00:00Z',
    '2027-03-29T09:00:00+01:00',
    '2027-04-05T09:00:00+01:00',
    '2027-04-12T09:00:00+01:00',
  ]);
  await fixture.call(access_token, 'PATCH', `${events}/${series.body.id}`, {
    recurrence: ['RRULE:FREQ=WEEKLY;UNTIL=20270404T225959Z'],
  });
  expect(await instances()).toHaveLength(2);
});

test('a stale If-Match is refused and a deleted event stays readable as cancelled', async () => {
  await using fixture = await Fixture.start();
  const { access_token } = await fixture.grant(['calendar.events']);
  const made = await fixture.call(access_token, 'POST', events, { summary: 'Tag', start: at(1, 9), end: at(1, 10) });
  const path = `${events}/${made.body.id}`;
  await fixture.call(access_token, 'PATCH', path, { summary: 'Newer' });

  expect(
    (await fixture.call(access_token, 'PATCH', path, { summary: 'Lost' }, { 'if-match': made.body.etag })).status,
  ).toBe(412);
  expect((await fixture.call(access_token, 'DELETE', path)).status).toBe(204);
  expect(await fixture.call(access_token, 'DELETE', path)).toMatchObject({
    status: 410,
    body: { error: { errors: [{ reason: 'deleted' }] } },
  });
  expect((await fixture.call(access_token, 'GET', path)).body.status).toBe('cancelled');
});

test('a sync token brings only what changed, and a strange one asks for everything anew', async () => {
  await using fixture = await Fixture.start();
  const { access_token } = await fixture.grant(['calendar.events']);
  const full = await fixture.call(access_token, 'GET', `${events}?maxResults=2500`);
  const made = await fixture.call(access_token, 'POST', events, { summary: 'Fresh', start: at(2, 9), end: at(2, 10) });

  const delta = await fixture.call(access_token, 'GET', `${events}?syncToken=${full.body.nextSyncToken}`);

  expect(delta.body.items.map((item: Item) => item.id)).toEqual([made.body.id]);
  expect((await fixture.call(access_token, 'GET', `${events}?syncToken=bogus`)).status).toBe(410);
  expect((await fixture.call(access_token, 'GET', `${events}?syncToken=${full.body.nextSyncToken}&q=x`)).status).toBe(
    400,
  );
});

test('free/busy tells of both accounts and says when a calendar cannot be seen', async () => {
  await using fixture = await Fixture.start();
  const { access_token } = await fixture.grant(['calendar.freebusy']);
  const items = [{ id: 'primary' }, { id: jonas }, { id: 'stranger@example.org' }];

  const { body } = await fixture.call(access_token, 'POST', 'https://www.googleapis.com/calendar/v3/freeBusy', {
    timeMin: monday.toISO(),
    timeMax: monday.plus({ days: 5 }).toISO(),
    timeZone: zone,
    items,
  });

  expect(body.calendars.primary.busy.length).toBeGreaterThan(3);
  expect(body.calendars[jonas].busy.length).toBeGreaterThan(3);
  expect(body.calendars['stranger@example.org'].errors).toEqual([{ domain: 'global', reason: 'notFound' }]);
});

test('calendars are listed with roles, an event moves between them, and settings name the zone', async () => {
  await using fixture = await Fixture.start();
  const { access_token } = await fixture.grant(['calendar']);
  const list = await fixture.call(access_token, 'GET', 'https://www.googleapis.com/calendar/v3/users/me/calendarList');
  const team = list.body.items.find((item: Item) => item.summary === 'Fernhill Studio');
  const made = await fixture.call(access_token, 'POST', events, {
    summary: 'Wander',
    start: { date: '2026-12-07' },
    end: { date: '2026-12-08' },
  });

  const moved = await fixture.call(
    access_token,
    'POST',
    `${events}/${made.body.id}/move?destination=${encodeURIComponent(team.id)}`,
  );

  expect(list.body.items).toContainEqual(expect.objectContaining({ id: ada, primary: true, accessRole: 'owner' }));
  expect(moved.body).toMatchObject({ organizer: { email: team.id }, start: { date: '2026-12-07' } });
  expect(
    (await fixture.call(access_token, 'GET', `${calendars}/${encodeURIComponent(team.id)}/events/${made.body.id}`))
      .status,
  ).toBe(200);
  expect((await fixture.call(access_token, 'GET', `${events}/${made.body.id}`)).body.status).toBe('cancelled');
  expect(
    (await fixture.call(access_token, 'GET', 'https://www.googleapis.com/calendar/v3/users/me/settings/timezone')).body
      .value,
  ).toBe(zone);
});

test('a partial answer holds what the mask names', async () => {
  await using fixture = await Fixture.start();
  const { access_token } = await fixture.grant(['calendar.readonly']);

  const { body } = await fixture.call(
    access_token,
    'GET',
    `${events}?maxResults=1&fields=${encodeURIComponent('items(id,start/dateTime),nextPageToken')}`,
  );

  expect(Object.keys(body).sort()).toEqual(['items', 'nextPageToken']);
  expect(Object.keys(body.items[0]).sort()).toEqual(['id', 'start']);
});

test("an invitation told to all is in the guest's mailbox with its calendar file, an untold one is not", async () => {
  await using fixture = await Fixture.start();
  const own = await fixture.grant(['calendar.events']);
  const guest = await fixture.grant(['gmail.readonly'], { account: jonas });
  const body = { start: at(0, 10), end: at(0, 11), attendees: [{ email: jonas }] };

  await fixture.call(own.access_token, 'POST', `${events}?sendUpdates=all`, { ...body, summary: 'Tell everyone' });
  await fixture.call(own.access_token, 'POST', events, { ...body, summary: 'Tell nobody' });

  const count = async (query: string): Promise<number> =>
    (
      await fixture.call(
        guest.access_token,
        'GET',
        `https://gmail.googleapis.com/gmail/v1/users/me/messages?q=${encodeURIComponent(query)}`,
      )
    ).body.resultSizeEstimate;
  expect(await count('subject:"Invitation: Tell everyone" filename:invite.ics is:unread')).toBe(1);
  expect(await count('subject:"Tell nobody"')).toBe(0);
});
