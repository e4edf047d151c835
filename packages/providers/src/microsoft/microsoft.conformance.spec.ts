import { csdl } from '@switchboard/testing/descriptions/csdl';
import fc from 'fast-check';
import path from 'node:path';
import { describeConformance } from '../testing/describe-conformance.ts';
import { microsoft } from './index.ts';

const file = path.resolve(import.meta.dirname, '../../../../../shared/specs/microsoft-graph/cleanMetadata-v1.0.xml');

describeConformance(microsoft, {
  description: () => csdl(file),
  overrides: {
    eventId: fc.constantFrom('AAMkDentist', 'AAMkStandup', 'AAMkHarbour', 'AAMkBudget-Ada', 'AAMkGone'),
    calendarId: fc.constantFrom(undefined, 'primary', 'AAMkAdaStudio', 'AAMkAdaHolidays', 'AAMkGone'),
    timeZone: fc.constantFrom('UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata'),
    recurrence: fc.constantFrom(
      ['RRULE:FREQ=DAILY;COUNT=3'],
      ['FREQ=WEEKLY;BYDAY=MO'],
      ['RRULE:FREQ=MONTHLY;BYDAY=-1FR'],
    ),
    cursor: fc.constantFrom(undefined, 'nonsense', '$skiptoken=nonsense'),
  },
});
