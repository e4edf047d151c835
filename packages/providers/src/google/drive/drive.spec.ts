import { expect, test } from '@jest/globals';
import type { FileItem } from '@switchboard/contracts';
import { randomBytes } from 'node:crypto';
import { SandboxAccount } from '../../testing/sandbox-account.ts';
import { createFolder } from '../actions/create-folder.ts';
import { uploadFile } from '../actions/upload-file.ts';
import { google } from '../index.ts';

const whole = { features: ['drive.write'] };
const names = (items: readonly FileItem[]): string[] => items.map(({ name }) => name);
const fault = (account: SandboxAccount, what: object) =>
  fetch(`${account.sandbox.url}/_sandbox/faults`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(what),
  });

test('a file of several chunks arrives whole though two answers on the way are lost, once', async () => {
  await using account = await SandboxAccount.start(google, whole);
  const bytes = randomBytes(4_500_001);
  const fileId = account.stage({ name: 'tides.bin', mediaType: 'application/octet-stream', bytes });
  const match = { method: 'PUT', path: '/upload/drive' };
  await fault(account, { match, kind: 'reset', after: true, times: 1 });
  await fault(account, { match, kind: 'reset', times: 1, skip: 2 });

  const made = await account.run('upload_file', { fileId, folderId: 'folder-harborline' });

  expect(made.output).toMatchObject({ name: 'tides.bin', sizeBytes: bytes.length, folderId: 'folder-harborline' });
  await expect(made.recover()).resolves.toMatchObject({ id: made.output.id });
  await account.run('download_file', { itemId: made.output.id });
  expect(Buffer.from(account.saved[0]!.bytes).equals(bytes)).toBe(true);
  const found = await account.run('search_files', { query: 'tides' });
  expect(names(found.output.items)).toEqual(['tides.bin']);

  await made.undo();
  expect((await account.run('search_files', { query: 'tides' })).output.items).toEqual([]);
  await expect(made.recover()).resolves.toBeUndefined();
});

test('an empty file or a folder whose answer was lost is found by the mark of its run', async () => {
  await using account = await SandboxAccount.start(google, { features: ['drive.file'] });
  const fileId = account.stage({ name: 'empty.txt', mediaType: 'text/plain', bytes: Buffer.alloc(0) });
  const folder = { name: 'Ünterlagen', folderId: 'folder-hub' };

  for (const [action, input, name] of [
    [uploadFile, { fileId }, 'empty.txt'],
    [createFolder, folder, 'Ünterlagen'],
  ] as const) {
    const context = account.context(action);
    const asked = action.input.parse(input) as never;
    await expect(action.recover!(context, asked)).resolves.toBeUndefined();
    await fault(account, { match: { method: 'POST', path: '/drive/v3/files' }, kind: 'reset', after: true, times: 1 });

    await expect(action.run(context, asked)).rejects.toMatchObject({ code: 'outcome_unknown' });

    await expect(action.recover!(context, asked)).resolves.toMatchObject({ name });
  }
});

test('with the permission for its own files the hub sees those and no others', async () => {
  await using account = await SandboxAccount.start(google, { features: ['drive.file'] });

  const own = await account.run('list_own_files', {});
  await account.run('download_own_file', { itemId: 'file-hub-notes' });

  expect(names(own.output.items)).toEqual(['Hub list.txt', 'Hub notes.txt', 'From the hub']);
  expect(account.saved[0]).toMatchObject({ name: 'Hub notes.txt', mediaType: 'text/plain' });
  for (const action of ['download_own_file', 'trash_file', 'share_link'])
    await expect(account.run(action, { itemId: 'file-contract' })).rejects.toMatchObject({ code: 'not_found' });
  await expect(account.run('search_files', { query: 'contract' })).resolves.toMatchObject({ output: { items: [] } });
});

test('folders are paged and shared drives are among what is listed and found', async () => {
  await using account = await SandboxAccount.start(google, { features: ['drive.read'] });

  const first = await account.run('list_folder', { folderId: 'folder-harborline', limit: 3 });
  const rest = await account.run('list_folder', {
    folderId: 'folder-harborline',
    limit: 3,
    cursor: first.output.nextCursor,
  });
  const drives = await account.run('list_drives', {});
  const inDrive = await account.run('list_folder', { folderId: drives.output.drives[0].id });
  const found = await account.run('search_files', { query: 'margins' });

  expect(names([...first.output.items, ...rest.output.items])).toEqual([
    'Data',
    'Drafts',
    'Contract.pdf',
    'Kick-off agenda.txt',
    'Tracking page copy',
  ]);
  expect(rest.output.nextCursor).toBeUndefined();
  expect(names(inDrive.output.items)).toEqual(['Brand']);
  expect(names(found.output.items)).toEqual(['Brand guide.txt']);
});

test.each([
  ['doc-tracking-copy', 'pdf', 'Tracking page copy.pdf', '%PDF'],
  ['doc-tracking-copy', 'markdown', 'Tracking page copy.md', '# Where'],
  ['sheet-budget', 'text', 'Studio budget.csv', 'month,income'],
  ['sheet-budget', 'office', 'Studio budget.xlsx', 'PK\u0003\u0004'],
  ['slides-open-evening', 'office', 'Open evening slides.pptx', 'PK\u0003\u0004'],
])('%s is exported as %s', async (itemId, exportAs, name, beginning) => {
  await using account = await SandboxAccount.start(google, { features: ['drive.read'] });

  await account.run('download_file', { itemId, exportAs });

  expect(account.saved[0]!.name).toBe(name);
  expect(Buffer.from(account.saved[0]!.bytes).toString('latin1').startsWith(beginning)).toBe(true);
});

test('what an editor cannot become, and a folder, are refused before anything is fetched', async () => {
  await using account = await SandboxAccount.start(google, { features: ['drive.read'] });

  for (const input of [{ itemId: 'sheet-budget', exportAs: 'markdown' }, { itemId: 'folder-hub' }])
    await expect(account.run('download_file', input)).rejects.toMatchObject({ code: 'input_invalid' });
});

test('moving, renaming and binning are taken back, but not over a later change', async () => {
  await using account = await SandboxAccount.start(google, whole);
  const look = async () => (await account.run('get_file', { itemId: 'file-contract' })).output;

  const moved = await account.run('move_file', {
    itemId: 'file-contract',
    toFolderId: 'folder-studio',
    name: 'Signed.pdf',
  });
  expect(await look()).toMatchObject({ name: 'Signed.pdf', folderId: 'folder-studio' });
  await moved.undo();
  expect(await look()).toMatchObject({ name: 'Contract.pdf', folderId: 'folder-harborline' });

  const again = await account.run('move_file', { itemId: 'file-contract', name: 'A.pdf' });
  await account.run('move_file', { itemId: 'file-contract', name: 'B.pdf' });
  await expect(again.undo()).rejects.toMatchObject({ code: 'conflict' });

  const binned = await account.run('trash_file', { itemId: 'folder-harborline' });
  expect((await account.run('search_files', { query: 'export' })).output.items).toEqual([]);
  await binned.undo();
  expect(names((await account.run('search_files', { query: 'export' })).output.items)).toEqual(['export-sample.csv']);
});

test('a person is let in, seen again and shut out; a link that allows more stays as it is', async () => {
  await using account = await SandboxAccount.start(google, whole);
  const who = { itemId: 'file-contract', email: 'jonas.weld.demo@gmail.com' };

  const shared = await account.run('share_file', { ...who, role: 'commenter', message: 'Please read.' });
  await expect(shared.recover()).resolves.toMatchObject({ role: 'commenter' });
  const raised = await account.run('share_file', { ...who, role: 'writer', notify: false });
  await raised.undo();
  await expect(shared.recover()).resolves.toMatchObject({ role: 'commenter' });
  await shared.undo();
  await expect(shared.recover()).resolves.toBeUndefined();

  const open = await account.run('share_link', { itemId: 'file-contract', role: 'writer' });
  const less = await account.run('share_link', { itemId: 'file-contract' });
  expect(less.output.url).toBe(open.output.url);
  await less.undo();
  const answer = await fetch(`${account.sandbox.url}/_sandbox/state/ada.marsh.demo@gmail.com?provider=google`);
  const { files } = (await answer.json()) as { files: { id: string; permissions: object[] }[] };
  expect(files.find(({ id }) => id === 'file-contract')!.permissions).toContainEqual({
    id: 'anyoneWithLink',
    type: 'anyone',
    role: 'writer',
  });
});
