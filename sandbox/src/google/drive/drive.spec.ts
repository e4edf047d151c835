import { expect, test } from '@jest/globals';
import { Fixture, type Reply } from '../../fixture.ts';

const base = 'https://www.googleapis.com/drive/v3';
const files = `${base}/files`;
const upload = 'https://www.googleapis.com/upload/drive/v3/files';
const grain = 256 * 1024;
const reasonOf = ({ status, body }: Reply): [number, string] => [status, body.error.errors[0].reason];

async function started(fixture: Fixture, scope = 'drive') {
  const { access_token: token } = await fixture.grant([scope]);
  const call = (method: string, url: string, body?: unknown, headers: Record<string, string> = {}) =>
    fixture.call(token, method, url, body, headers);
  const begin = async (total: number, metadata: object = { name: 'a.bin' }): Promise<string> => {
    const headers = { 'x-upload-content-type': 'application/x-thing', 'x-upload-content-length': String(total) };
    return (await call('POST', `${upload}?uploadType=resumable`, metadata, headers)).headers.get('location')!;
  };
  const put = (session: string, range: string, body: Buffer) => call('PUT', session, body, { 'content-range': range });
  return { call, begin, put };
}

test('a resumable upload takes multiples of 256 KiB, says what it has, and makes the file at its end', async () => {
  await using fixture = await Fixture.start();
  const { begin, put, call } = await started(fixture);
  const total = 3 * grain + 7;
  const bytes = Buffer.alloc(total, 'b');
  const session = await begin(total);

  const first = await put(session, `bytes 0-${grain - 1}/${total}`, bytes.subarray(0, grain));
  expect([first.status, first.headers.get('range')]).toEqual([308, `bytes=0-${grain - 1}`]);
  const uneven = await put(session, `bytes ${grain}-${2 * grain + 9}/${total}`, bytes.subarray(grain, 2 * grain + 10));
  expect([uneven.status, uneven.headers.get('range')]).toEqual([308, `bytes=0-${2 * grain - 1}`]);
  const asked = await put(session, `bytes */${total}`, Buffer.alloc(0));
  expect([asked.status, asked.headers.get('range')]).toEqual([308, `bytes=0-${2 * grain - 1}`]);
  const last = await put(session, `bytes ${2 * grain}-${total - 1}/${total}`, bytes.subarray(2 * grain));

  expect([last.status, last.body]).toMatchObject([200, { name: 'a.bin', mimeType: 'application/x-thing' }]);
  const again = await put(session, `bytes */${total}`, Buffer.alloc(0));
  expect(again.body.id).toBe(last.body.id);
  const kept = await call('GET', `${files}/${last.body.id}?fields=size,appProperties`);
  expect(kept.body).toEqual({ size: String(total), appProperties: {} });
});

test('a part that is too small, leaves a gap, is of another size or of no session is refused', async () => {
  await using fixture = await Fixture.start();
  const { begin, put } = await started(fixture);
  const total = 2 * grain;
  const session = await begin(total);
  const part = Buffer.alloc(grain);

  expect((await put(session, `bytes 0-9/${total}`, Buffer.alloc(10))).status).toBe(400);
  expect((await put(session, `bytes ${grain}-${total - 1}/${total}`, part)).status).toBe(400);
  expect((await put(session, `bytes 0-${grain}/${total}`, part)).status).toBe(400);
  expect((await put(session, `bytes 0-${grain - 1}/${total + 1}`, part)).status).toBe(400);
  expect((await put(`${upload}?uploadType=resumable&upload_id=none`, 'bytes */9', Buffer.alloc(0))).status).toBe(404);
});

test('an id is taken once, and only one that was given', async () => {
  await using fixture = await Fixture.start();
  const { call } = await started(fixture);
  const { body } = await call('GET', `${files}/generateIds?count=1`);
  const folder = { id: body.ids[0], name: 'F', mimeType: 'application/vnd.google-apps.folder' };

  expect((await call('POST', files, folder)).status).toBe(200);

  expect(reasonOf(await call('POST', files, folder))).toEqual([409, 'fileIdInUse']);
  expect((await call('POST', files, { ...folder, id: 'made-up' })).status).toBe(400);
});

test('a file is answered in part where a range asks for one, and four fields where none are named', async () => {
  await using fixture = await Fixture.start();
  const { call } = await started(fixture, 'drive.readonly');

  const part = await call('GET', `${files}/file-kick-off-agenda?alt=media`, undefined, { range: 'bytes=0-4' });

  expect([part.status, String(part.body), part.headers.get('content-range')]).toEqual([206, 'Scope', 'bytes 0-4/31']);
  const { body } = await call('GET', `${files}/file-kick-off-agenda`);
  expect(Object.keys(body).sort()).toEqual(['id', 'kind', 'mimeType', 'name']);
  expect(reasonOf(await call('GET', `${files}/doc-tracking-copy?alt=media`))).toEqual([403, 'fileNotDownloadable']);
  expect((await call('GET', `${files}/doc-tracking-copy/export?mimeType=video/mp4`)).status).toBe(400);
  expect(reasonOf(await call('GET', `${files}/file-contract/export?mimeType=application/pdf`))[0]).toBe(403);
  expect((await call('GET', `${base}/about`)).status).toBe(400);
});

test.each([
  ["name contains 'kick'", ['Kick-off agenda.txt']],
  ["fullText contains 'delivery' and trashed = false", ['Kick-off agenda.txt']],
  ["'folder-harborline' in parents and mimeType = 'application/vnd.google-apps.folder'", ['Data', 'Drafts']],
  ["not name contains 'h' and 'folder-hub' in parents", []],
  [String.raw`name = 'O\'Brien' or (name = 'Contract.pdf' and not trashed = true)`, ['Contract.pdf']],
  ["trashed = true and 'me' in owners", ['Hub draft.txt']],
])('the search %s finds %j', async (query, names) => {
  await using fixture = await Fixture.start();
  const { call } = await started(fixture);

  const { body } = await call('GET', `${files}?q=${encodeURIComponent(query)}`);

  expect(body.files.map(({ name }: { name: string }) => name).sort()).toEqual(names);
});

test.each([
  "name contains 'a",
  'name',
  "'a' in nothing",
  "name < 'a'",
  "trashed = 'maybe'",
  "name = 'a' xor name = 'b'",
])('the search %s is refused', async (query) => {
  await using fixture = await Fixture.start();
  const { call } = await started(fixture);

  expect((await call('GET', `${files}?q=${encodeURIComponent(query)}`)).status).toBe(400);
});

test('parameters that do not go together, and those Google does not know, are refused', async () => {
  await using fixture = await Fixture.start();
  const { call } = await started(fixture);
  const search = encodeURIComponent("fullText contains 'a'");

  expect((await call('GET', `${files}?includeItemsFromAllDrives=true`)).status).toBe(403);
  expect((await call('GET', `${files}?corpora=drive`)).status).toBe(403);
  expect((await call('GET', `${files}?q=${search}&orderBy=name`)).status).toBe(403);
  expect((await call('GET', `${files}?orderBy=colour`)).status).toBe(400);
  expect((await call('GET', `${files}?nonsense=1`)).status).toBe(400);
  expect((await call('POST', files, { name: 'x', nonsense: 1 })).status).toBe(400);
});

test('drive.file sees and changes what its app made and nothing else, and shared drives want to be named', async () => {
  await using fixture = await Fixture.start();
  const own = await started(fixture, 'drive.file');
  const all = await started(fixture);

  const { body } = await own.call('GET', files);

  expect(body.files.map(({ id }: { id: string }) => id).sort()).toEqual([
    'file-hub-draft',
    'file-hub-list',
    'file-hub-notes',
    'folder-hub',
  ]);
  expect((await own.call('GET', `${files}/file-contract`)).status).toBe(404);
  expect((await own.call('POST', files, { name: 'x', parents: ['folder-harborline'] })).status).toBe(404);
  expect((await all.call('GET', `${files}/file-brand-guide`)).status).toBe(404);
  expect((await all.call('GET', `${files}/file-brand-guide?supportsAllDrives=true`)).status).toBe(200);
});

test('a file has one folder, no folder lies in itself, and rights are what they may be', async () => {
  await using fixture = await Fixture.start();
  const { call } = await started(fixture);
  const rights = `${files}/file-contract/permissions`;

  expect(reasonOf(await call('PATCH', `${files}/file-contract?addParents=folder-studio`, {}))).toEqual([
    403,
    'cannotAddParent',
  ]);
  const into = `${files}/folder-harborline?addParents=folder-harborline-data&removeParents=root`;
  expect(reasonOf(await call('PATCH', into, {}))[0]).toBe(403);
  expect((await call('POST', rights, { type: 'user', role: 'reader' })).status).toBe(400);
  expect((await call('POST', rights, { type: 'anyone', role: 'organizer' })).status).toBe(400);
  expect((await call('POST', rights, { type: 'user', role: 'owner', emailAddress: 'a@example.org' })).status).toBe(403);
});
