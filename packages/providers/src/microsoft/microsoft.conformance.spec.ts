import { csdl } from '@switchboard/testing/descriptions/csdl';
import fc from 'fast-check';
import path from 'node:path';
import { describeConformance } from '../testing/describe-conformance.ts';
import { microsoft } from './index.ts';

const file = path.resolve(import.meta.dirname, '../../../../../shared/specs/microsoft-graph/cleanMetadata-v1.0.xml');

describeConformance(microsoft, {
  description: () => csdl(file),
  overrides: {
    eventId: fc.constantFrom(
      'AAMkDentist',
      'AAMkStandup',
      'AAMkStandup_20360303',
      'AAMkHarbour',
      'AAMkBudget-Ada',
      'AAMkGone',
    ),
    calendarId: fc.constantFrom(undefined, 'primary', 'AAMkAdaStudio', 'AAMkAdaHolidays', 'AAMkGone'),
    timeZone: fc.constantFrom('UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata'),
    recurrence: fc.constantFrom(
      ['RRULE:FREQ=DAILY;COUNT=3'],
      ['FREQ=WEEKLY;BYDAY=MO'],
      ['RRULE:FREQ=MONTHLY;BYDAY=-1FR'],
    ),
    itemId: fc.constantFrom(
      '01ADA-HARBORLINE',
      '01ADA-HARBORLINE-CONTRACTPDF',
      '01ADA-READMEFIRSTTXT',
      'root',
      '01GONE',
    ),
    folderId: fc.constantFrom(undefined, 'root', '01ADA-HARBORLINE', '01ADA-READMEFIRSTTXT', '01GONE'),
    toFolderId: fc.constantFrom(undefined, 'root', '01ADA-HARBORLINE', '01ADA-QUILLWORKS', '01GONE'),
    cursor: fc.constantFrom(undefined, 'nonsense', '$skiptoken=nonsense'),
    messageId: fc.constantFrom('AAkAda01', 'AAkAda05', 'AAkAda07', 'AAkJonas01', 'AAkGone'),
    messageIds: fc.constantFrom(['AAkAda01'], ['AAkAda02', 'AAkAda08'], ['AAkAda03', 'AAkGone']),
    replyToMessageId: fc.constantFrom(undefined, 'AAkAda01', 'AAkAda09', 'AAkGone'),
    attachmentId: fc.constantFrom('AAkAda01-1', 'AAkGone'),
    threadId: fc.constantFrom('AAQkAdaExport', "it's gone"),
    label: fc.constantFrom(undefined, 'inbox', 'Clients/Harborline', "Ada's", 'unread', 'flagged'),
    add: fc.constantFrom([], ['Travel'], ['unread', 'Archive'], ['Harborline', 'inbox']),
    remove: fc.constantFrom([], ['customers'], ['flagged', 'inbox']),
  },
  differs: [
    {
      operations: ['PUT me/drive/items/{id}/{path}/content'],
      findings: [': unknown parameter @microsoft.graph.conflictBehavior'],
      why: 'OneDrive takes it as a query parameter too, as https://learn.microsoft.com/graph/api/driveitem-put-content tells.',
    },
    {
      operations: ['PUT me/drive/items/{id}/{path}/content'],
      findings: ['201: value is missing'],
      why: 'An upload answers the item, as https://learn.microsoft.com/graph/api/driveitem-put-content shows; the model knows the bytes only.',
    },
  ],
});
