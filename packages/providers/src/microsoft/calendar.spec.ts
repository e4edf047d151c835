import { expect, test } from '@jest/globals';
import { SandboxAccount } from '../testing/sandbox-account.ts';
import { createEvent } from './actions/create-event.ts';
import { microsoft } from './index.ts';

const berlin = (dateTime: string) => ({ dateTime, timeZone: 'Europe/Berlin' });
const start = () => SandboxAccount.start(microsoft);
const december = { from: '2026-12-01T00:00:00Z', to: '2027-01-01T00:00:00Z' };
const series = {
  title: 'Tide check',
  start: berlin('2026-12-01T09:00:00+01:00'),
  end: berlin('2026-12-01T09:30:00+01:00'),
  recurrence: ['RRULE:FREQ=WEEKLY;BYDAY=TU,TH;COUNT=6'],
};

async function listed(account: SandboxAccount, query: string, span = december) {
  const { output } = await account.run('list_events', { ...span, query, limit: 250 });
  return output.events as { id: string; title: string; location?: string; start: { dateTime: string } }[];
}
const days = (events: { start: { dateTime: string } }[]) => events.map(({ start: at }) => at.dateTime.slice(5, 16));

test('a series keeps its zone and its rule, and comes as single events', async () => {
  await using account = await start();

  const { output } = await account.run('create_event', series);
  const read = await account.run('get_event', { eventId: output.id });
  const events = await listed(account, 'tide');

  expect(read.output).toMatchObject({ start: series.start, recurrence: series.recurrence });
  expect(days(events)).toEqual(['12-01T09:00', '12-03T09:00', '12-08T09:00', '12-10T09:00', '12-15T09:00', '12-17T09:00']); // prettier-ignore
});

test('this and following: the old series ends the day before, the new one has what is left of it', async () => {
  await using account = await start();
  await account.run('create_event', series);
  const before = await listed(account, 'tide');
  const third = before[2]!;

  const input = { eventId: third.id, scope: 'following', start: berlin('2026-12-09T11:00:00+01:00'), location: 'Quay' };
  const done = await account.run('update_event', input);
  const after = await listed(account, 'tide');
  await done.undo();

  expect(days(after)).toEqual(['12-01T09:00', '12-03T09:00', '12-09T11:00', '12-11T11:00', '12-16T11:00', '12-18T11:00']); // prettier-ignore
  expect(after.map(({ location }) => location)).toEqual([undefined, undefined, 'Quay', 'Quay', 'Quay', 'Quay']);
  expect(days(await listed(account, 'tide'))).toEqual(days(before));
});

test('a split whose answer was lost is found by its run, and finished', async () => {
  await using account = await start();
  await account.run('create_event', series);
  const [, , third] = await listed(account, 'tide');
  const done = await account.run('update_event', { eventId: third!.id, scope: 'following', title: 'Tide check two' });

  expect(await done.recover()).toMatchObject({ id: done.output.id, title: 'Tide check two' });
});

test('one event of a series changes by itself; all of them move alike', async () => {
  await using account = await start();
  await account.run('create_event', series);
  const [first, second] = await listed(account, 'tide');

  await account.run('update_event', { eventId: second!.id, title: 'Tide check with Ines' });
  const one = await listed(account, 'tide');
  const moved = { eventId: first!.id, scope: 'all', start: berlin('2026-12-01T10:15:00+01:00') };
  await account.run('update_event', moved);

  expect(one.map(({ title }) => title).slice(0, 3)).toEqual(['Tide check', 'Tide check with Ines', 'Tide check']);
  expect(new Set((await listed(account, 'tide')).map(({ start: at }) => at.dateTime.slice(11, 16)))).toEqual(new Set(['10:15'])); // prettier-ignore
});

test('the same run twice makes one event', async () => {
  await using account = await start();
  const context = account.context(createEvent);
  const input = createEvent.input.parse({ ...series, recurrence: undefined });

  const first = await createEvent.run(context, input);
  const second = await createEvent.run(context, input);

  expect(second).toMatchObject({ id: (first as { id: string }).id });
  expect(await listed(account, 'tide')).toHaveLength(1);
});

test('an event that is over for the organizer is over for those invited, and an answer reaches the organizer', async () => {
  await using ada = await start();
  await using jonas = await SandboxAccount.start(microsoft, {
    account: 'jonas.weld.demo@gmail.com',
    sandbox: ada.sandbox,
  });
  const guests = [{ email: 'jonas.weld.demo@gmail.com' }];
  const { output } = await ada.run('create_event', { ...series, recurrence: undefined, attendees: guests });
  const [invited] = await listed(jonas, 'tide');

  const said = await jonas.run('respond_to_event', { eventId: invited!.id, response: 'accepted' });
  const seen = await ada.run('get_event', { eventId: output.id });
  const cancelled = await ada.run('cancel_event', { eventId: output.id });
  const left = await listed(jonas, 'tide');
  await cancelled.undo();

  expect(said.output.attendees).toMatchObject([{ self: true, response: 'accepted' }]);
  expect(seen.output.attendees).toMatchObject([{ email: 'jonas.weld.demo@gmail.com', response: 'accepted' }]);
  expect(left).toEqual([]);
  expect(await listed(ada, 'tide')).toHaveLength(1);
});

test.each([
  ['silence', { notify: 'none', attendees: [{ email: 'priya@fernhill.example' }] }, '/notify'],
  ['two reminders', { reminders: [5, 10].map((minutesBefore) => ({ method: 'popup', minutesBefore })) }, '/reminders'],
  ['single dates', { recurrence: ['RRULE:FREQ=DAILY', 'EXDATE:20261202'] }, '/recurrence'],
  ['hours', { recurrence: ['RRULE:FREQ=HOURLY'] }, '/recurrence'],
  ['a calendar of others', { calendarId: 'AAMkAdaHolidays' }, '/calendarId'],
])('what Outlook cannot do is refused before anything is sent: %s', async (_what, asked, path) => {
  await using account = await start();

  const tried = account.run('create_event', { ...series, recurrence: undefined, ...asked });

  await expect(tried).rejects.toMatchObject({ code: 'input_invalid', details: { errors: [{ path }] } });
  expect(account.exchanges.filter(({ request }) => request.method === 'POST')).toEqual([]);
});

test('free time leaves out what is taken by oneself and by others, and says whom it cannot see', async () => {
  await using account = await start();
  const at = { start: berlin('2026-12-01T10:00:00+01:00'), end: berlin('2026-12-01T12:00:00+01:00') };
  await account.run('create_event', { ...series, ...at, recurrence: undefined, attendees: [{ email: 'mei@fernhill.example' }] }); // prettier-ignore
  const workingHours = { start: '09:00', end: '13:00', weekdays: [2] };
  const attendees = ['mei@fernhill.example', 'kenji@tidalmaps.example'];
  const within = { from: '2026-12-01T00:00:00Z', to: '2026-12-02T00:00:00Z', timeZone: 'Europe/Berlin', workingHours };

  const { output } = await account.run('find_free_time', { ...within, attendees, durationMinutes: 60 });

  expect(output.unknown).toEqual(['kenji@tidalmaps.example']);
  expect(output.busy).toContainEqual({ email: 'mei@fernhill.example', start: '2026-12-01T09:00:00Z', end: '2026-12-01T11:00:00Z' }); // prettier-ignore
  const [from, to] = ['2026-12-01T09:00:00Z', '2026-12-01T11:00:00Z'].map((time) => Date.parse(time)) as [
    number,
    number,
  ];
  for (const { start: begin, end } of output.slots)
    expect(Date.parse(end) <= from || Date.parse(begin) >= to).toBe(true);
  expect(output.slots.length).toBeGreaterThan(0);
});

test('the pages of a calendar follow one another and miss nothing', async () => {
  await using account = await start();
  const whole = await account.run('list_events', { ...december, limit: 250 });

  const pages: string[] = [];
  let cursor: string | undefined;
  do {
    const { output } = await account.run('list_events', { ...december, limit: 7, ...(cursor && { cursor }) });
    pages.push(...output.events.map(({ id }: { id: string }) => id));
    cursor = output.nextCursor;
  } while (cursor);

  expect(pages).toEqual(whole.output.events.map(({ id }: { id: string }) => id));
  expect(pages.length).toBeGreaterThan(7);
});
