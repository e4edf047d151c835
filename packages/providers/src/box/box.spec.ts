import { expect, test } from '@jest/globals';
import { SandboxAccount } from '../testing/sandbox-account.ts';
import { box } from './index.ts';

const start = (options: Parameters<typeof SandboxAccount.start>[1] = {}) => SandboxAccount.start(box, options);
const arm = (account: SandboxAccount, fault: unknown) =>
  fetch(`${account.sandbox.url}/_sandbox/faults`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(fault),
  });
const large = (): Buffer => Buffer.alloc(20_000_001, 'a plan of many pages ');
const sent = (account: SandboxAccount, method: string, path: string): number =>
  account.exchanges.filter(({ request }) => request.method === method && request.url.pathname.includes(path)).length;

test('the account is who signed in', async () => {
  await using account = await start({ account: 'jonas.weld.demo@gmail.com' });

  expect(account.account).toMatchObject({
    subject: '20810533',
    name: 'Jonas Weld',
    email: 'jonas.weld.demo@gmail.com',
  });
});

test('what was uploaded comes back the same, by a link that gets no token', async () => {
  await using account = await start();
  const bytes = Buffer.from('naïve façade\n');
  const fileId = account.stage({ name: 'Notes.txt', mediaType: 'text/plain', bytes });

  const { output: made } = await account.run('upload_file', { fileId, folderId: 'folder:5001' });
  await account.run('download_file', { itemId: made.id });

  expect(made).toMatchObject({
    name: 'Notes.txt',
    kind: 'file',
    folderId: 'folder:5001',
    path: '/Harborline/Notes.txt',
  });
  expect(account.saved).toEqual([{ name: 'Notes.txt', mediaType: 'text/plain', bytes: new Uint8Array(bytes) }]);
  expect(account.exchanges.at(-1)!.request).toMatchObject({ link: true, url: { hostname: 'dl.boxcloud.com' } });
});

test('a large file goes in parts, of which a lost answer sends none twice', async () => {
  await using account = await start();
  const bytes = large();
  const fileId = account.stage({ name: 'Atlas.pdf', mediaType: 'application/pdf', bytes });
  await arm(account, { match: { method: 'PUT' }, kind: 'reset', skip: 1, after: true });

  const { output, recover } = await account.run('upload_file', { fileId });

  expect(output).toMatchObject({ name: 'Atlas.pdf', sizeBytes: bytes.byteLength });
  expect(await recover()).toMatchObject({ id: output.id });
  expect(sent(account, 'PUT', '/upload_sessions/')).toBe(2);
  expect(sent(account, 'POST', '/commit')).toBe(2);
});

test('a part that never arrived is sent again, and only it', async () => {
  await using account = await start();
  const fileId = account.stage({ name: 'Atlas.pdf', mediaType: 'application/pdf', bytes: large() });
  await arm(account, { match: { method: 'PUT' }, kind: 'status', status: 503, skip: 1 });

  const { output } = await account.run('upload_file', { fileId });

  expect(output.sizeBytes).toBe(20_000_001);
  expect(sent(account, 'PUT', '/upload_sessions/')).toBe(4);
});

test('a taken name is refused and nothing is overwritten', async () => {
  await using account = await start();
  const fileId = account.stage({ name: 'Contract.pdf', mediaType: 'application/pdf', bytes: Buffer.from('other') });

  await expect(account.run('upload_file', { fileId, folderId: 'folder:5001' })).rejects.toMatchObject({
    code: 'conflict',
    message: expect.stringContaining('that name'),
  });
});

test('R-1 the file of another with that name is not taken for what the run made', async () => {
  await using account = await start();
  const fileId = account.stage({ name: 'Contract.pdf', mediaType: 'application/pdf', bytes: Buffer.from('other') });
  const action = box.actions.find(({ name }) => name === 'upload_file')!;

  const found = await action.recover!(account.context(action), { fileId, folderId: 'folder:5001' });

  expect(found).toBeUndefined();
});

test('a new version keeps the file, and the same content again sends nothing', async () => {
  await using account = await start();
  const fileId = account.stage({ name: 'any.txt', mediaType: 'text/plain', bytes: Buffer.from('New words.\n') });

  const { output, again } = await account.run('upload_version', { itemId: 'file:7001', fileId });
  await again();

  expect(output).toMatchObject({ id: 'file:7001', name: 'Read me first.txt', sizeBytes: 11 });
  expect(sent(account, 'POST', '/files/7001/content')).toBe(1);
});

test('a folder in the bin comes back with all that lies in it', async () => {
  await using account = await start();

  const binned = await account.run('delete_item', { itemId: 'folder:5001' });
  await expect(account.run('read_item', { itemId: 'file:7002' })).rejects.toMatchObject({ code: 'not_found' });
  await binned.again();
  await binned.undo();

  expect((await account.run('read_item', { itemId: 'file:7002' })).output.path).toBe('/Harborline/Contract.pdf');
});

test('what was moved again since is left where it is', async () => {
  await using account = await start();
  const moved = await account.run('move_item', { itemId: 'file:7003', toFolderId: 'folder:5004' });
  await account.run('move_item', { itemId: 'file:7003', toFolderId: 'folder:5005' });

  await expect(moved.undo()).rejects.toMatchObject({ code: 'conflict' });
});

test('pages of a folder follow on each other', async () => {
  await using account = await start();
  const first = await account.run('list_folder', { folderId: 'folder:5001', limit: 3 });
  const second = await account.run('list_folder', {
    folderId: 'folder:5001',
    limit: 3,
    cursor: first.output.nextCursor,
  });

  const names = [...first.output.items, ...second.output.items].map(({ name }: { name: string }) => name);
  expect(names).toEqual(['Data', 'Drafts', 'Contract.pdf', 'Kick-off agenda.txt']);
  expect(second.output.nextCursor).toBeUndefined();
});

test('a link that was there before keeps its address and is what it was after an undo', async () => {
  await using account = await start();

  const shared = await account.run('share_link', { itemId: 'file:7001' });
  await shared.undo();

  expect(shared.before).toMatchObject({ access: 'company', url: shared.output.url });
  expect((await account.run('read_item', { itemId: 'file:7001' })).output.sharedUrl).toBe(shared.output.url);
});

test('reading alone changes nothing, and the missing permission is named', async () => {
  await using account = await start({ features: ['files.read'] });

  await expect(account.run('create_folder', { name: 'Mine' })).rejects.toMatchObject({ code: 'scope_missing' });
});
