import { expect, test } from '@jest/globals';
import { SandboxAccount } from '../testing/sandbox-account.ts';
import { uploadFile } from './actions/upload-file.ts';
import { dropbox } from './index.ts';
import { upload } from './upload.ts';

const sizes = { whole: 10, chunk: 8 };
const commit = { path: '/long.txt', mode: 'add', autorename: false } as const;
const words = 'Twenty-five letters long.';

async function start() {
  const ada = await SandboxAccount.start(dropbox);
  const context = ada.context(uploadFile);
  const file = await context.files.open(
    ada.stage({ name: 'long.txt', mediaType: 'text/plain', bytes: Buffer.from(words) }),
  );
  const fault = (value: Record<string, unknown>) =>
    fetch(`${ada.sandbox.url}/_sandbox/faults`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ match: { path: '/2/files/upload_session/append_v2' }, ...value }),
    });
  const appended = () => ada.exchanges.filter(({ request }) => request.url.pathname.endsWith('append_v2'));
  const arrived = async () => {
    await ada.run('download_file', { itemId: '/long.txt' });
    return Buffer.from(ada.saved.at(-1)!.bytes).toString();
  };
  return { ada, context, file, fault, appended, arrived, [Symbol.asyncDispose]: () => ada[Symbol.asyncDispose]() };
}

test('a file larger than one request goes in chunks and is put together', async () => {
  await using run = await start();

  const made = await upload(run.context, run.file, commit, sizes);

  expect(made).toMatchObject({ name: 'long.txt', size: 25 });
  expect(run.appended().map(({ request }) => request.body.byteLength)).toEqual([8, 8, 8, 1]);
  expect(await run.arrived()).toBe(words);
});

test('a chunk that was lost on the way is sent again', async () => {
  await using run = await start();
  await run.fault({ kind: 'reset', skip: 1 });

  await upload(run.context, run.file, commit, sizes);

  expect(await run.arrived()).toBe(words);
});

test('a chunk that arrived while its answer was lost is not sent twice into the file', async () => {
  await using run = await start();
  await run.fault({ kind: 'reset', skip: 1, after: true });

  await upload(run.context, run.file, commit, sizes);

  const told = run.appended().map(({ answer }) => answer.status);
  expect(told).toEqual([200, 409, 200, 200]);
  expect(await run.arrived()).toBe(words);
});

test('an upload that stands still is given up with nothing made', async () => {
  await using run = await start();
  await run.fault({ kind: 'reset', skip: 1, times: 9 });

  await expect(upload(run.context, run.file, commit, sizes)).rejects.toMatchObject({ code: 'provider_unavailable' });
  await expect(run.ada.run('get_item', { itemId: '/long.txt' })).rejects.toMatchObject({ code: 'not_found' });
});

test('a session that Dropbox does not know any more ends the upload', async () => {
  await using run = await start();
  const body = { error_summary: 'not_found/', error: { '.tag': 'not_found' } };
  await run.fault({ kind: 'status', status: 409, body });

  await expect(upload(run.context, run.file, commit, sizes)).rejects.toMatchObject({ code: 'not_found' });
});
