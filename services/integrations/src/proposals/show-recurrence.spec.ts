import { expect, test } from '@jest/globals';
import { showRecurrence } from './show-recurrence.ts';

test.each([
  ['RRULE:FREQ=DAILY', 'every day'],
  ['RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=TH;UNTIL=20270601T000000Z', 'every other week on Thursday until 2027-06-01'],
  ['RRULE:FREQ=MONTHLY;BYDAY=1MO;COUNT=6', 'every month on the first Monday 6 times'],
  ['RRULE:FREQ=MONTHLY;BYDAY=-1FR', 'every month on the last Friday'],
  ['RRULE:FREQ=WEEKLY;BYDAY=MO,TU;BYSETPOS=1', 'RRULE:FREQ=WEEKLY;BYDAY=MO,TU;BYSETPOS=1'],
])('%s reads as %s', (line, words) => {
  expect(showRecurrence([line])).toBe(words);
});
