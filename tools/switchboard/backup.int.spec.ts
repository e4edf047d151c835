import { expect, test } from '@jest/globals';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ensureSecrets } from '@switchboard/host';
import { startPostgres } from '@switchboard/local-servers';
import { fileSource, KeyRing, newRing, open, seal } from '@switchboard/vault';
import pg from 'pg';
import { backup } from './commands/backup.ts';
import { restore } from './commands/restore.ts';

const id = '01990000-0000-7000-8000-000000000001';
const identity = {
  hubId: id,
  memberId: id,
  provider: 'peer',
  connectionId: id,
  purpose: 'access_token',
  credentialVersion: 1,
  environment: 'sandbox',
} as const;

const ringOf = async (data: string) => fileSource(path.join(data, 'secrets', 'key-ring.json')).read();

/** Runs work on the embedded database of a data folder. */
async function within<T>(data: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const password = readFileSync(path.join(data, 'secrets', 'database-owner'), 'utf8').trim();
  const postgres = await startPostgres({ folder: path.join(data, 'postgres'), password });
  const client = new pg.Client({ connectionString: postgres.url('postgres') });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
    await postgres.stop();
  }
}

const filesIn = (folder: string): Buffer[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(path.join(entry.parentPath, entry.name)));

test('V-16 a backup holds nothing of the ring: without it nothing opens, with it everything does', async () => {
  const root = mkdtempSync(path.join(tmpdir(), 'swb-backup-'));
  const [data, copy, elsewhere] = ['data', 'copy', 'elsewhere'].map((name) => path.join(root, name)) as [
    string,
    string,
    string,
  ];
  const before = process.env['SWB_DATA_DIR'];
  try {
    process.env['SWB_DATA_DIR'] = data;
    await ensureSecrets(data, {});
    const material = await ringOf(data);
    const sealed = seal(new KeyRing(material), 'canary', identity);
    await within(data, async (client) => {
      await client.query('CREATE DATABASE switchboard');
      await client.query('CREATE TABLE envelope (sealed bytea)');
      await client.query('INSERT INTO envelope VALUES ($1)', [sealed]);
    });

    expect(await backup.run([copy])).toBe(0);

    const forms = material.keys.flatMap(({ key }) => {
      const raw = Buffer.from(key, 'base64url');
      return [raw, ...(['base64', 'base64url', 'hex'] as const).map((form) => Buffer.from(raw.toString(form)))];
    });
    expect(forms.every((form) => form.length >= 32)).toBe(true);
    for (const file of filesIn(copy)) for (const form of forms) expect(file.includes(form)).toBe(false);

    process.env['SWB_DATA_DIR'] = elsewhere;
    await expect(restore.run([copy])).rejects.toThrow('There is no key ring');
    const secrets = path.join(root, 'secrets');
    cpSync(path.join(data, 'secrets'), secrets, { recursive: true });
    expect(await restore.run([copy, '--secrets', secrets])).toBe(0);

    const [row] = await within(elsewhere, async (client) => (await client.query('SELECT sealed FROM envelope')).rows);
    const { sealed: restored } = row as { sealed: Buffer };
    expect(open(new KeyRing(await ringOf(elsewhere)), restored, identity).toString()).toBe('canary');
    expect(() => open(new KeyRing(newRing('k1', 'operator')), restored, identity)).toThrow();
  } finally {
    if (before === undefined) delete process.env['SWB_DATA_DIR'];
    else process.env['SWB_DATA_DIR'] = before;
    rmSync(root, { recursive: true, force: true });
  }
}, 240_000);
