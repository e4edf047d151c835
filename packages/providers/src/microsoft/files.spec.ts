import { expect, test } from '@jest/globals';
import { SandboxAccount } from '../testing/sandbox-account.ts';
import { microsoft } from './index.ts';

const contract = '01ADA-HARBORLINE-CONTRACTPDF';
const folder = '01ADA-HARBORLINE';
const uploads = '/_api/v2.0/drive/uploadSession';
const long = Buffer.alloc(12 * 1024 * 1024, 'Twenty-five letters long. ');

async function start() {
  const account = await SandboxAccount.start(microsoft);
  const fault = (value: Record<string, unknown>) =>
    fetch(`${account.sandbox.url}/_sandbox/faults`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ match: { path: uploads, method: 'PUT' }, ...value }),
    });
  const fileId = account.stage({ name: 'long.txt', mediaType: 'text/plain', bytes: long });
  const pieces = () =>
    account.exchanges
      .filter(({ request }) => request.method === 'PUT' && request.url.pathname === uploads)
      .map(({ request }) => request.headers['content-range']);
  return { account, fault, fileId, pieces, [Symbol.asyncDispose]: () => account[Symbol.asyncDispose]() };
}

async function content(account: SandboxAccount, itemId: string): Promise<Buffer> {
  await account.run('download_file', { itemId });
  return Buffer.from(account.saved.at(-1)!.bytes);
}

test('a large file goes in pieces of 320 KiB multiples, without the token, and is put together', async () => {
  await using run = await start();

  const { output } = await run.account.run('upload_file', { fileId: run.fileId, folderId: folder });
  const [session] = run.account.exchanges.filter(({ request }) => request.link);

  expect(run.pieces()).toEqual(['bytes 0-5242879/12582912', 'bytes 5242880-10485759/12582912', 'bytes 10485760-12582911/12582912']); // prettier-ignore
  expect(session!.request.headers).not.toHaveProperty('authorization');
  expect(output).toMatchObject({ name: 'long.txt', sizeBytes: long.length, path: '/Harborline/long.txt' });
  expect((await content(run.account, output.id)).equals(long)).toBe(true);
});

test.each([
  ['was lost on the way', {}],
  ['arrived while its answer was lost', { after: true }],
])('a piece that %s is gone on with where Microsoft says', async (_what, how) => {
  await using run = await start();
  await run.fault({ kind: 'reset', skip: 1, ...how });

  const { output } = await run.account.run('upload_file', { fileId: run.fileId });

  expect((await content(run.account, output.id)).equals(long)).toBe(true);
});

test('an upload that stands still is given up with nothing made', async () => {
  await using run = await start();
  await run.fault({ kind: 'reset', skip: 1, times: 9 });

  await expect(run.account.run('upload_file', { fileId: run.fileId })).rejects.toMatchObject({ code: 'provider_unavailable' }); // prettier-ignore
  const { output } = await run.account.run('list_folder', {});

  expect(output.items.map(({ name }: { name: string }) => name)).not.toContain('long.txt');
});

test('a name that is taken is kept: nothing is written over', async () => {
  await using run = await start();
  const fileId = run.account.stage({ name: 'Contract.pdf', mediaType: 'application/pdf', bytes: Buffer.from('mine') });

  for (const id of [fileId, run.fileId])
    await expect(run.account.run('upload_file', { fileId: id, folderId: folder, name: 'contract.PDF' })).rejects.toMatchObject({ code: 'conflict' }); // prettier-ignore

  expect((await content(run.account, contract)).subarray(0, 4).toString()).toBe('%PDF');
});

test('a download comes by a signed address that sees no token', async () => {
  await using run = await start();

  const { output } = await run.account.run('download_file', { itemId: contract });
  const last = run.account.exchanges.at(-1)!;

  expect(output).toMatchObject({ name: 'Contract.pdf', mediaType: 'application/pdf' });
  expect(last.request.url.hostname).toBe('fernhill-my.sharepoint.com');
  expect(last.request.headers).not.toHaveProperty('authorization');
});

test('what is moved or deleted is seen so, and comes back', async () => {
  await using run = await start();
  const { account } = run;

  const moved = await account.run('move_item', { itemId: contract, toFolderId: 'root', name: 'Signed.pdf' });
  await moved.undo();
  const deleted = await account.run('delete_item', { itemId: folder });
  await expect(account.run('get_item', { itemId: contract })).rejects.toMatchObject({ code: 'not_found' });
  await deleted.undo();
  const { output } = await account.run('get_item', { itemId: contract });

  expect(moved.output).toMatchObject({ path: '/Signed.pdf' });
  expect(output).toMatchObject({ path: '/Harborline/Contract.pdf', folderId: folder });
});

test('words are looked for with quotes and slashes in them', async () => {
  await using run = await start();

  const { output } = await run.account.run('search_files', { query: 'kick-off agenda' });
  const odd = await run.account.run('search_files', { query: "o'brien/(x)" });

  expect(output.items.map(({ name }: { name: string }) => name)).toEqual(['Kick-off agenda.txt']);
  expect(odd.output.items).toEqual([]);
});

test('a link that was there before stays when sharing is taken back', async () => {
  await using run = await start();
  const first = await run.account.run('share_link', { itemId: contract });

  const second = await run.account.run('share_link', { itemId: contract });
  await second.undo();
  const third = await run.account.run('share_link', { itemId: contract });

  expect([second.output.url, third.output.url]).toEqual([first.output.url, first.output.url]);
});
