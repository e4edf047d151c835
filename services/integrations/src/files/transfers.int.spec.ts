import { createHash, randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { expect, test } from '@jest/globals';
import pg from 'pg';
import { person, startIntegrations } from '../testing/start-integrations.ts';
import { FilesService } from './files.service.ts';

const mebibyte = 1_024 * 1_024;
const binary = { name: 'plan.bin', mediaType: 'application/octet-stream' };
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Rows that are kept, whatever their state. */
async function kept(url: string): Promise<{ files: string; chunks: string }> {
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  await owner.query(`SELECT set_config('swb.service', 'on', false)`);
  const { rows } = await owner.query(
    `SELECT (SELECT count(*) FROM integrations.files) AS files, (SELECT count(*) FROM integrations.file_chunks) AS chunks`,
  );
  await owner.end();
  return rows[0] as { files: string; chunks: string };
}

test.each([0, 1, 49_152, mebibyte - 1, mebibyte, mebibyte + 1, 3 * mebibyte + 7])(
  'a file of %i bytes comes back byte for byte',
  async (size) => {
    await using hub = await startIntegrations();
    const files = hub.get(FilesService);
    const ada = person();
    const bytes = randomBytes(size);

    const staged = await files.stage(
      binary,
      Readable.from([bytes.subarray(0, size >> 1), bytes.subarray(size >> 1)]),
      ada,
    );
    const { content } = await files.open(staged.id, ada);
    const opened = await files.of(ada).open(staged.id);

    expect(staged).toMatchObject({ sizeBytes: size, sha256: sha256(bytes) });
    expect(sha256(Buffer.concat((await content.toArray()) as Buffer[]))).toBe(sha256(bytes));
    expect(opened).toMatchObject({ ...binary, sizeBytes: size });
    expect(sha256(await opened.bytes())).toBe(sha256(bytes));
  },
);

test('of an upload that breaks off nothing is kept, and the person is told to send it again', async () => {
  await using hub = await startIntegrations();
  async function* broken() {
    for (let at = 0; at < 3; at++) yield await Promise.resolve(randomBytes(mebibyte));
    throw new Error('the client went away');
  }

  await expect(hub.get(FilesService).stage(binary, Readable.from(broken()), person())).rejects.toMatchObject({
    code: 'input_invalid',
    message: expect.stringContaining('send it again'),
  });
  expect(await kept(hub.ownerUrl)).toEqual({ files: '0', chunks: '0' });
});

test('F-25 of a download that the provider breaks off nothing is kept, and the provider is named', async () => {
  await using hub = await startIntegrations();
  async function* broken() {
    yield await Promise.resolve(randomBytes(2 * mebibyte));
    throw Object.assign(new Error('reset'), { code: 'ECONNRESET' });
  }
  const files = hub.get(FilesService).of(person());

  await expect(files.save(binary, ReadableStream.from(broken()) as ReadableStream<Uint8Array>)).rejects.toMatchObject({
    code: 'provider_unavailable',
  });
  expect(await kept(hub.ownerUrl)).toEqual({ files: '0', chunks: '0' });
});

test('R-5 a reader who stops leaves nothing running, and one who is slow holds the database back', async () => {
  await using hub = await startIntegrations();
  const files = hub.get(FilesService);
  const ada = person();
  const { id } = await files.stage(binary, Readable.from([randomBytes(12 * mebibyte)]), ada);
  const { content } = await files.open(id, ada);

  const first = await new Promise<Buffer>((resolve) => content.once('data', (chunk: Buffer) => resolve(chunk)));
  content.pause();
  const ahead = content.readableLength;
  content.destroy();

  expect(first.length).toBeGreaterThan(0);
  expect(ahead).toBeLessThanOrEqual(2 * mebibyte);
  await expect(files.open(id, ada)).resolves.toBeDefined();
});

test('a file whose hour ends before it is complete is refused in words', async () => {
  await using hub = await startIntegrations();
  const files = hub.get(FilesService);
  const late = async function* () {
    const owner = new pg.Client({ connectionString: hub.ownerUrl });
    await owner.connect();
    await owner.query(`SELECT set_config('swb.service', 'on', false)`);
    await owner.query('DELETE FROM integrations.files');
    await owner.end();
    yield Buffer.alloc(0);
  };

  const staged = files.stage(binary, Readable.from(late()), person());

  await expect(staged).rejects.toMatchObject({ code: 'input_invalid' });
});
