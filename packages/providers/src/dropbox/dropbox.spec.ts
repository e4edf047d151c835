import { expect, test } from '@jest/globals';
import { SandboxAccount } from '../testing/sandbox-account.ts';
import { dropbox } from './index.ts';

const names = (items: { name: string }[]): string[] => items.map(({ name }) => name);
const text = (name: string, words: string) => ({ name, mediaType: 'text/plain', bytes: Buffer.from(words) });

test('what is uploaded is listed and downloaded as it was, under a name in any script', async () => {
  await using ada = await SandboxAccount.start(dropbox);
  const fileId = ada.stage(text('Plan – späť 計画.txt', 'Ready.'));

  const { output } = await ada.run('upload_file', { fileId, folderId: '/Harborline/Drafts' });
  const list = await ada.run('list_folder', { folderId: '/harborline/drafts' });
  const got = await ada.run('download_file', { itemId: output.id });

  expect(names(list.output.items)).toContain('Plan – späť 計画.txt');
  expect(got.output).toMatchObject({ name: 'Plan – späť 計画.txt', mediaType: 'text/plain', sizeBytes: 6 });
  expect(Buffer.from(ada.saved[0]!.bytes).toString()).toBe('Ready.');
});

test('an empty file is uploaded', async () => {
  await using ada = await SandboxAccount.start(dropbox);

  const { output } = await ada.run('upload_file', { fileId: ada.stage(text('empty.txt', '')) });

  expect(output).toMatchObject({ sizeBytes: 0, path: '/empty.txt' });
});

test('the same upload twice leaves one file; another file of that name is not overwritten', async () => {
  await using ada = await SandboxAccount.start(dropbox);
  const first = await ada.run('upload_file', { fileId: ada.stage(text('a.txt', 'one')) });

  const same = await ada.run('upload_file', { fileId: ada.stage(text('a.txt', 'one')) });
  const other = ada.run('upload_file', { fileId: ada.stage(text('a.txt', 'two')) });

  expect(same.output).toEqual(first.output);
  await expect(other).rejects.toMatchObject({ code: 'conflict' });
});

test('undoing an upload takes a new file away and brings a replaced one back', async () => {
  await using ada = await SandboxAccount.start(dropbox);
  const made = await ada.run('upload_file', { fileId: ada.stage(text('a.txt', 'one')) });
  const replaced = await ada.run('upload_file', { fileId: ada.stage(text('a.txt', 'two')), replace: true });

  await replaced.undo();
  const { output } = await ada.run('download_file', { itemId: '/a.txt' });
  expect(Buffer.from(ada.saved.at(-1)!.bytes).toString()).toBe('one');
  expect(output.sizeBytes).toBe(3);

  await ada.run('upload_file', { fileId: ada.stage(text('a.txt', 'three')), replace: true });
  await expect(made.undo()).rejects.toMatchObject({ code: 'conflict' });
});

test('a deleted folder comes back with everything in it', async () => {
  await using ada = await SandboxAccount.start(dropbox);
  const inside = async () => {
    const { output } = await ada.run('search_files', { query: 'sketch', namesOnly: true });
    return names(output.items);
  };

  const { undo } = await ada.run('delete_item', { itemId: '/Harborline' });
  expect(await inside()).toEqual([]);
  await expect(ada.run('delete_item', { itemId: '/Harborline' })).rejects.toMatchObject({ code: 'not_found' });

  await undo();
  expect(await inside()).toEqual(['quay-map-sketch.png']);
});

test('a move keeps the id and is undone; a taken name is refused', async () => {
  await using ada = await SandboxAccount.start(dropbox);
  const itemId = 'id:ada-contract';

  const { output, undo } = await ada.run('move_item', { itemId, toFolderId: 'id:ada-folder-studio', name: 'Deal.pdf' });
  expect(output).toMatchObject({ id: itemId, path: '/Studio/Deal.pdf' });

  await undo();
  expect((await ada.run('get_item', { itemId })).output.path).toBe('/Harborline/Contract.pdf');
  const taken = ada.run('move_item', { itemId, name: 'Kick-off agenda.txt' });
  await expect(taken).rejects.toMatchObject({ code: 'conflict' });
  await expect(ada.run('move_item', { itemId })).rejects.toMatchObject({ code: 'input_invalid' });
  await expect(ada.run('move_item', { itemId, name: '../x' })).rejects.toMatchObject({ code: 'input_invalid' });
});

test('pages follow each other until nothing is left', async () => {
  await using ada = await SandboxAccount.start(dropbox);

  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const { output } = await ada.run('list_folder', { limit: 2, cursor });
    expect(output.items.length).toBeLessThanOrEqual(2);
    seen.push(...names(output.items));
    cursor = output.nextCursor;
  } while (cursor);

  expect(seen).toEqual(['Harborline', 'Quillworks', 'Read me first.txt', 'Studio']);
});

test('a link is made once; undo removes only one that was not there before', async () => {
  await using ada = await SandboxAccount.start(dropbox);
  const links = async () => (await ada.run('list_links', {})).output.links.length;

  const made = await ada.run('share_link', { itemId: 'id:ada-contract' });
  const again = await ada.run('share_link', { itemId: 'id:ada-contract' });
  expect(again.output).toEqual(made.output);

  await again.undo();
  expect(await links()).toBe(2);
  await made.undo();
  expect(await links()).toBe(1);
});

test('without the feature the scope is missing, not the connection', async () => {
  await using ada = await SandboxAccount.start(dropbox, { features: ['files.read'] });

  await expect(ada.run('share_link', { itemId: 'id:ada-contract' })).rejects.toMatchObject({
    code: 'scope_missing',
    details: { reason: 'sharing.read' },
  });
  await expect(ada.run('create_folder', { name: 'x' })).rejects.toMatchObject({ code: 'scope_missing' });
});
