import { together } from '@switchboard/testing/descriptions/api-description';
import { discovery } from '@switchboard/testing/descriptions/discovery';
import fc from 'fast-check';
import path from 'node:path';
import { describeConformance } from '../testing/describe-conformance.ts';
import { google } from './index.ts';

const folder = path.resolve(import.meta.dirname, '../../../../../shared/specs/google');
const names = ['calendar.v3', 'gmail.v1', 'people.v1', 'tasks.v1', 'drive.v3', 'keep.v1', 'places.v1'];

const tasks = fc.constantFrom('list-harborline/task-copy', 'list-own/task-packing', 'list-own/task-gone', 'list-own');
const lists = fc.constantFrom('list-harborline', 'list-own', 'list-gone');
const folders = fc.constantFrom('folder-hub', 'root', 'folder-harborline', 'file-hub-notes');
const messages = fc.constantFrom('ada0000000000001', 'ada0000000000002', 'ada0000000000077');
const calendars = fc.constantFrom('primary', 'fernhill-studio-team@group.calendar.google.com', 'nobody@example.org');
const zones = fc.constantFrom('UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata');

describeConformance(google, {
  description: () => {
    const parts = names.flatMap((name) => discovery(folder, name) ?? []);
    return parts.length === names.length ? together('Google Discovery documents', parts) : undefined;
  },
  overrides: {
    eventId: fc.constantFrom('dentist', 'standup', 'standup_20360303T093000Z', 'budget', 'gone00'),
    calendarId: calendars,
    toCalendarId: calendars,
    calendarIds: fc.constantFrom(['primary'], undefined),
    timeZone: zones,
    recurrence: fc.constantFrom(['RRULE:FREQ=DAILY;COUNT=3'], ['FREQ=WEEKLY;BYDAY=MO']),
    messageId: messages,
    threadId: messages,
    messageIds: fc.array(messages, { minLength: 1, maxLength: 3 }),
    attachmentId: fc.constantFrom('1', '7'),
    contactId: fc.constantFrom('people/c1001', 'people/c1009', 'people/c1', 'people/me'),
    taskId: tasks,
    parentId: tasks,
    afterTaskId: tasks,
    listId: lists,
    toListId: lists,
    dueOn: fc.constantFrom('2026-12-01', undefined),
    itemId: fc.constantFrom(
      'file-hub-notes',
      'folder-hub',
      'file-contract',
      'doc-tracking-copy',
      'file-brand-guide',
      'gone',
    ),
    folderId: folders,
    toFolderId: folders,
    noteId: fc.constantFrom('notes/packing-list', 'notes/gone', 'packing-list'),
    placeId: fc.constantFrom('place-olive-and-salt', 'place-gone', 'a/b'),
    kind: fc.constantFrom('restaurant', 'cafe', undefined),
    cursor: fc.constantFrom(undefined, 'cGFnZTox', 'nonsense'),
  },
  // Whether a mail went out is looked up among the sent ones; without that right the outcome stays unknown.
  alsoNeeds: {
    send_mail: ['mail.read'],
    reply_to_mail: ['mail.read'],
    forward_mail: ['mail.read'],
  },
  differs: [
    {
      operations: ['autocomplete', 'get', 'searchNearby', 'searchText'].map((name) => `places.places.${name}`),
      findings: [': needs the scope https://www.googleapis.com/auth/cloud-platform, <any>, and has none'],
      why: 'An API key is taken instead of a scope; https://developers.google.com/maps/documentation/places/web-service/get-api-key says so.',
    },
    {
      operations: ['drive.files.create'],
      findings: ['answer: not an object'],
      why: 'The first answer of a resumable upload has no body, only an address; https://developers.google.com/workspace/drive/api/guides/manage-uploads says so.',
    },
  ],
});
