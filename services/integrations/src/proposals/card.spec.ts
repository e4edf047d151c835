import { expect, test } from '@jest/globals';
import {
  calendarCancelEvent,
  calendarCreateEvent,
  calendarUpdateEvent,
  filesMove,
  filesUpload,
  mailReply,
  messagesSend,
  tasksUpdate,
} from '@switchboard/contracts';
import { z } from 'zod';
import { drawCard } from './card.ts';

const schemaOf = (schema: z.ZodType) => z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
const start = { dateTime: '2026-11-24T15:00:00+01:00', timeZone: 'Europe/Berlin' };
const end = { dateTime: '2026-11-24T16:00:00+01:00', timeZone: 'Europe/Berlin' };

test('P-1 the card shows absolute times with their zone and full addresses', () => {
  const input = {
    title: 'Review',
    start,
    end,
    attendees: [{ email: 'priya@example.com', name: 'Priya' }],
    notify: 'all',
  };

  const fields = drawCard({ schema: schemaOf(calendarCreateEvent.input), input, before: undefined, assumed: ['/end'] });

  expect(fields).toEqual([
    expect.objectContaining({ path: '/title', value: 'Review', kind: 'text' }),
    expect.objectContaining({ path: '/start', value: 'Tue, 24 Nov 2026, 15:00 (Europe/Berlin)', kind: 'time' }),
    expect.objectContaining({ path: '/end', assumed: true }),
    expect.objectContaining({ path: '/attendees', value: 'Priya <priya@example.com>', kind: 'people' }),
    expect.objectContaining({ path: '/notify', value: 'Everyone', kind: 'choice' }),
  ]);
});

test('P-1 hidden and right-to-left characters are shown, emoji stay', () => {
  const input = { title: 'Pay \u202Eevil\u200B 👩‍💻', start, end };

  const [title] = drawCard({ schema: schemaOf(calendarCreateEvent.input), input, before: undefined, assumed: [] });

  expect(title?.value).toBe('Pay ⟨U+202E⟩evil⟨U+200B⟩ 👩‍💻');
});

const single = { id: 'e1', calendarId: 'c1', title: 'Standup', status: 'confirmed', start, end, attendees: [] };

test('a change shows which event of a series it means and what was before', () => {
  const before = { ...single, seriesId: 's1' };
  const input = { eventId: 'e1', title: 'Daily', scope: 'this' };

  const fields = drawCard({ schema: schemaOf(calendarUpdateEvent.input), input, before, assumed: ['/scope'] });

  expect(fields.map(({ label, value, before: old }) => [label, value, old])).toEqual([
    ['Event', 'Standup', undefined],
    ['When', 'Tue, 24 Nov 2026, 15:00 (Europe/Berlin) – Tue, 24 Nov 2026, 16:00 (Europe/Berlin)', undefined],
    ['Which of the series', 'Only this one', undefined],
    ['Title', 'Daily', 'Standup'],
  ]);
  expect(fields[2]?.choices).toContainEqual({ value: 'all', label: 'The whole series' });
});

test('who is told is asked only where somebody else is invited', () => {
  const paths = (schema: z.ZodType, input: Record<string, unknown>, before?: unknown) =>
    drawCard({ schema: schemaOf(schema), input, before, assumed: [] }).map(({ path }) => path);
  const guest = { email: 'priya@example.com' };
  const change = { eventId: 'e1', title: 'Daily', notify: 'all' };
  const create = { title: 'Gym', start, end, attendees: [], notify: 'all' };

  expect(paths(calendarCreateEvent.input, create)).not.toContain('/notify');
  expect(paths(calendarUpdateEvent.input, change, single)).not.toContain('/notify');
  expect(paths(calendarCancelEvent.input, { eventId: 'e1', notify: 'all' }, single)).not.toContain('/notify');
  expect(paths(calendarUpdateEvent.input, { ...change, attendees: [guest] }, single)).toContain('/notify');
  const invited = { ...single, attendees: [guest] };
  expect(paths(calendarUpdateEvent.input, { ...change, attendees: [] }, invited)).toContain('/notify');
  expect(paths(calendarUpdateEvent.input, { ...change, scope: 'all' }, { ...single, seriesId: 's1' })).toContain(
    '/notify',
  );
});

test('an event that stands alone leaves no choice of a series, and its last day is shown as people count', () => {
  const before = { ...single, start: { date: '2026-12-21' }, end: { date: '2026-12-25' } };
  const input = { eventId: 'e1', scope: 'this', end: { date: '2026-12-26' } };

  const fields = drawCard({ schema: schemaOf(calendarUpdateEvent.input), input, before, assumed: [] });

  expect(fields.map(({ label, value, before: old }) => [label, value, old])).toEqual([
    ['Event', 'Standup', undefined],
    ['When', 'Mon, 21 Dec 2026, all day – Thu, 24 Dec 2026, all day', undefined],
    ['End', 'Fri, 25 Dec 2026, all day', 'Thu, 24 Dec 2026, all day'],
  ]);
});

test('P-1 a reply shows what it answers and the full addresses it goes to', () => {
  const message = {
    id: 'm1',
    threadId: 't1',
    from: { email: 'priya@example.com', name: 'Priya' },
    to: [],
    subject: 'Numbers',
    snippet: '',
    receivedAt: '2026-11-24T15:00:00Z',
    unread: false,
    labels: [],
    hasAttachments: false,
  };
  const before = { message, recipients: [{ email: 'desk@example.org' }] };

  const fields = drawCard({
    schema: schemaOf(mailReply.input),
    input: { messageId: 'm1', text: 'Yes' },
    before,
    assumed: [],
  });

  expect(fields.map(({ label, value }) => [label, value])).toEqual([
    ['Message', 'Numbers — Priya <priya@example.com>'],
    ['To', 'desk@example.org'],
    ['Text', 'Yes'],
  ]);
});

const linesOf = (capability: { input: z.ZodType }, input: Record<string, unknown>, before: unknown) =>
  drawCard({ schema: schemaOf(capability.input), input, before, assumed: [] }).map(({ path, label, value }) => [
    path,
    label,
    value,
  ]);

test('P-1 what an action acts on is called by its title in place of its id, and nobody edits that line', () => {
  const move = { itemId: '1b2', toFolderId: '9z' };

  expect(linesOf(tasksUpdate, { taskId: '12', title: 'Second sketch' }, { title: 'Sketch \u202Ex' })).toEqual([
    ['', 'Task', 'Sketch ⟨U+202E⟩x'],
    ['/title', 'What is to be done', 'Second sketch'],
  ]);
  expect(linesOf(filesMove, move, { name: 'Plan.pdf', toFolderId: '8y' })).toEqual([
    ['', 'File or folder', 'Plan.pdf'],
    ['/toFolderId', 'Folder it moves to', '9z'],
  ]);
});

test('P-1 a chat that is stored with the connection is named though the input does not name it', () => {
  expect(linesOf(messagesSend, { text: 'Hello' }, { title: '#general' })).toEqual([
    ['', 'Chat or channel', '#general'],
    ['/text', 'Text', 'Hello'],
  ]);
});

test.each([[undefined], [{}], [{ title: ' ' }], [{ title: 7 }], ['Plan']])(
  'P-1 an id stays on the card where nothing else is known: %j',
  (before) => {
    expect(linesOf(messagesSend, { chatId: 'C0X', text: 'Hello' }, before)).toContainEqual([
      '/chatId',
      'Chat or channel',
      'C0X',
    ]);
  },
);

test('a staged file and the folder it goes to are not called by what the file will be called', () => {
  const paths = linesOf(filesUpload, { fileId: 'f', folderId: '9z' }, { name: 'Plan.pdf' }).map(([path]) => path);

  expect(paths).toEqual(['/fileId', '/folderId']);
});
