import type { ScriptedAnswer, SeenRequest } from '@switchboard/provider-kit/testing';

const zone = 'Europe/Berlin';
const span = (day: string) => ({
  start: { dateTime: `2026-12-${day}T16:00:00+01:00`, timeZone: zone },
  end: { dateTime: `2026-12-${day}T17:00:00+01:00`, timeZone: zone },
});
const guests = [
  { email: 'ada@example.com', self: true, responseStatus: 'needsAction' },
  { email: 'priya@example.com', displayName: 'Priya', responseStatus: 'accepted', organizer: true },
];
const common = { status: 'confirmed', summary: 'Planning', attendees: guests, updated: '2026-11-01T10:00:00.000Z' };
const series = {
  ...common,
  ...span('01'),
  id: 'series',
  recurrence: ['RRULE:FREQ=WEEKLY;BYDAY=TU;COUNT=10'],
  hangoutLink: 'https://meet.google.com/abc-defg-hij',
};
export const instanceId = 'series_20261208T150000Z';
const instance = {
  ...common,
  ...span('08'),
  id: instanceId,
  recurringEventId: 'series',
  originalStartTime: span('08').start,
};
const single = { ...common, ...span('03'), id: 'single' };

export const message = {
  id: 'm1',
  threadId: 't1',
  labelIds: ['INBOX', 'Label_1'],
  snippet: 'Hello',
  internalDate: '1795251600000',
  payload: {
    partId: '',
    mimeType: 'multipart/mixed',
    headers: [
      { name: 'From', value: 'Priya <priya@example.com>' },
      { name: 'To', value: 'Ada <ada@example.com>, bob@example.com' },
      { name: 'Subject', value: 'Numbers' },
      { name: 'Message-ID', value: '<n1@example.com>' },
    ],
    parts: [
      {
        partId: '0',
        mimeType: 'text/plain',
        filename: '',
        body: { size: 5, data: Buffer.from('Hello').toString('base64url') },
      },
      { partId: '1', mimeType: 'application/pdf', filename: 'n.pdf', body: { size: 3, attachmentId: 'ANGjdJ' } },
    ],
  },
};
const person = {
  resourceName: 'people/c1',
  names: [{ displayName: 'Priya' }],
  emailAddresses: [{ value: 'priya@example.com' }],
};

const contact = {
  ...person,
  resourceName: 'people/c1001',
  etag: '%EgQBAgMLDRoEAQIFBw==',
  metadata: { sources: [{ type: 'CONTACT', id: 'c1001', etag: '#abc' }] },
};
const task = {
  id: 'task-copy',
  title: 'Write the copy',
  due: '2026-12-01T00:00:00.000Z',
  status: 'needsAction',
  position: '00000000000000000001',
  updated: '2026-11-20T10:00:00.000Z',
};
const subtask = { ...task, id: 'task-copy-1', parent: 'task-copy' };
const taskList = { id: 'list-harborline', title: 'Harborline launch', updated: '2026-11-20T10:00:00.000Z' };
const file = {
  id: 'file-hub-notes',
  name: 'Notes.txt',
  mimeType: 'text/plain',
  size: '12',
  parents: ['root-ada'],
  webViewLink: 'https://drive.google.com/file/d/file-hub-notes/view',
};
const right = { id: '1', type: 'user', role: 'reader', emailAddress: 'priya@fernhill.example' };
const note = { name: 'notes/packing-list', title: 'Packing list', body: { text: { text: 'Hat' } } };
const place = { id: 'place-1', displayName: { text: 'Olive & Salt' }, types: ['restaurant'] };
export const uploadSession = 'https://www.googleapis.com/upload/drive/v3/files?uploadType=resumable&upload_id=AB';

const answers: readonly (readonly [method: string, path: RegExp, answer: unknown])[] = [
  [
    'GET',
    /\/calendarList$/,
    { items: [{ id: 'ada@example.com', summary: 'Ada', primary: true, accessRole: 'owner', timeZone: zone }] },
  ],
  ['GET', /\/events$/, { timeZone: zone, items: [single, instance] }],
  ['GET', /\/instances$/, { items: [series, instance].map((event) => ({ ...event, originalStartTime: event.start })) }],
  ['GET', /\/events\/series$/, series],
  ['GET', /\/events\/series_/, instance],
  ['GET', /\/events\//, single],
  [
    'POST',
    /\/freeBusy$/,
    { calendars: { primary: { busy: [{ start: '2026-12-01T09:00:00Z', end: '2026-12-01T10:00:00Z' }] } } },
  ],
  ['POST', /\/events(\/[^/]+\/move)?$/, single],
  ['PATCH', /\/events\//, single],
  ['GET', /\/messages$/, { messages: [{ id: 'm1', threadId: 't1' }], resultSizeEstimate: 1 }],
  ['GET', /\/attachments\//, { size: 3, data: 'AAEC' }],
  ['GET', /\/messages\//, message],
  ['GET', /\/threads\//, { id: 't1', messages: [message] }],
  [
    'GET',
    /\/labels$/,
    {
      labels: [
        { id: 'INBOX', name: 'INBOX', type: 'system' },
        { id: 'Label_1', name: 'Travel', type: 'user' },
      ],
    },
  ],
  ['POST', /\/labels$/, { id: 'Label_9', name: 'New', type: 'user' }],
  ['POST', /\/messages\/send$/, { id: 'm2', threadId: 't1' }],
  ['GET', /\/drafts$/, { drafts: [{ id: 'd1', message: { id: 'm3', threadId: 't3' } }] }],
  ['POST', /\/drafts$/, { id: 'd1', message: { id: 'm3', threadId: 't3' } }],
  ['GET', /people\/c\d+$/, contact],
  ['POST', /people:createContact$/, contact],
  ['PATCH', /:updateContact$/, contact],
  ['GET', /\/users\/@me\/lists$/, { items: [taskList] }],
  ['GET', /\/users\/@me\/lists\//, taskList],
  ['POST', /\/users\/@me\/lists$/, taskList],
  ['GET', /\/lists\/[^/]+\/tasks$/, { items: [task, subtask] }],
  ['GET', /\/lists\/[^/]+\/tasks\//, task],
  ['POST', /\/lists\/[^/]+\/tasks(\/[^/]+\/move)?$/, task],
  ['PATCH', /\/lists\/[^/]+\/tasks\//, task],
  ['GET', /\/drive\/v3\/files$/, { files: [file] }],
  ['GET', /\/drive\/v3\/files\/generateIds$/, { ids: ['new-1'] }],
  ['GET', /\/drive\/v3\/files\/[^/]+\/permissions$/, { permissions: [right] }],
  ['POST', /\/drive\/v3\/files\/[^/]+\/permissions$/, right],
  ['PATCH', /\/drive\/v3\/files\/[^/]+\/permissions\//, right],
  ['GET', /\/drive\/v3\/files\//, file],
  ['POST', /^\/drive\/v3\/files$/, file],
  ['PATCH', /\/drive\/v3\/files\//, file],
  ['PUT', /^\/upload\/drive\/v3\/files$/, file],
  ['GET', /\/drive\/v3\/drives$/, { drives: [{ id: 'drive-1', name: 'Studio' }] }],
  ['GET', /^\/v1\/notes$/, { notes: [note] }],
  ['GET', /^\/v1\/notes\//, note],
  ['POST', /^\/v1\/notes$/, note],
  ['POST', /places:search(Text|Nearby)$/, { places: [place] }],
  ['POST', /places:autocomplete$/, { suggestions: [{ placePrediction: { placeId: 'p', text: { text: 'Olive' } } }] }],
  ['GET', /^\/v1\/places\//, place],
  ['GET', /people:searchContacts$/, { results: [{ person }] }],
  ['GET', /\/connections$/, { connections: [person] }],
];

/** Answers any call of Google's actions with something plausible. */
export function fakeAnswer({ method, url }: Pick<SeenRequest, 'method' | 'url'>): ScriptedAnswer {
  if (method === 'POST' && url.pathname.startsWith('/upload/drive/')) return { headers: { location: uploadSession } };
  const found = answers.find(([verb, path]) => verb === method && path.test(url.pathname));
  return found ? { json: found[2] } : { status: 204 };
}
