import { expect, test } from '@jest/globals';
import { HubError } from '@switchboard/contracts';
import { recurrenceOf } from './recurrence.ts';
import { rulesOf } from './rules.ts';

const start = { dateTime: '2026-12-01T09:00:00+01:00', timeZone: 'Europe/Berlin' };
const back = (rule: string) =>
  rulesOf({
    recurrence: recurrenceOf([rule], start),
    isAllDay: false,
    originalStartTimeZone: 'W. Europe Standard Time',
  });

test.each([
  'RRULE:FREQ=DAILY',
  'RRULE:FREQ=DAILY;INTERVAL=3;COUNT=5',
  'RRULE:FREQ=WEEKLY;BYDAY=MO,WE;UNTIL=20261231T225959Z',
  'RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;WKST=SU',
  'RRULE:FREQ=MONTHLY;BYMONTHDAY=15',
  'RRULE:FREQ=MONTHLY;BYDAY=FR;BYSETPOS=-1',
  'RRULE:FREQ=MONTHLY;INTERVAL=2;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1',
  'RRULE:FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=24;COUNT=3',
  'RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=TH;BYSETPOS=4',
])('%s becomes a pattern of Outlook and comes back as it was', (rule) => {
  expect(back(rule)).toEqual([rule]);
});

test.each([
  ['FREQ=WEEKLY', 'RRULE:FREQ=WEEKLY;BYDAY=TU'],
  ['FREQ=MONTHLY', 'RRULE:FREQ=MONTHLY;BYMONTHDAY=1'],
  ['RRULE:FREQ=MONTHLY;BYDAY=2WE', 'RRULE:FREQ=MONTHLY;BYDAY=WE;BYSETPOS=2'],
  ['RRULE:FREQ=DAILY;BYDAY=SA,SU', 'RRULE:FREQ=WEEKLY;BYDAY=SA,SU'],
  ['RRULE:FREQ=MONTHLY;BYMONTHDAY=-1', 'RRULE:FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYSETPOS=-1'],
  ['RRULE:FREQ=YEARLY', 'RRULE:FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=1'],
])('%s is the same as %s', (rule, same) => {
  expect(back(rule)).toEqual([same]);
});

test('an end before the hour of the event leaves that day out', () => {
  const range = (until: string) => recurrenceOf([`FREQ=DAILY;UNTIL=${until}`], start)!.range;

  expect(range('20261210T080000Z')).toMatchObject({ type: 'endDate', endDate: '2026-12-10' });
  expect(range('20261210T075959Z')).toMatchObject({ endDate: '2026-12-09' });
});

test.each([
  'RRULE:FREQ=HOURLY',
  'RRULE:FREQ=DAILY;BYHOUR=9',
  'RRULE:FREQ=MONTHLY;BYDAY=1MO,3MO',
  'RRULE:FREQ=MONTHLY;BYDAY=MO',
  'RRULE:FREQ=MONTHLY;BYMONTHDAY=1,15',
  'RRULE:FREQ=MONTHLY;BYMONTHDAY=13;BYDAY=FR',
  'RRULE:FREQ=YEARLY;BYYEARDAY=100',
  'RRULE:FREQ=DAILY;UNTIL=20261101',
  'RRULE:FREQ=DAILY;UNTIL=soon',
])('%s, which Outlook has no pattern for, is refused', (rule) => {
  const tried = () => recurrenceOf([rule], start);

  expect(tried).toThrow(HubError);
  expect(tried).toThrow(/Outlook cannot|ends before/);
});
