import { expect, test } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ensureSecrets } from '@switchboard/host';
import { startPostgres } from '@switchboard/local-servers';
import pg from 'pg';
import { asAuth } from './auth-database.ts';

test('the database of a stopped hub is there until the work on it has ended', async () => {
  const data = mkdtempSync(path.join(tmpdir(), 'swb-stopped-'));
  const before = process.env['SWB_DATA_DIR'];
  try {
    process.env['SWB_DATA_DIR'] = data;
    await ensureSecrets(data, {});
    const password = readFileSync(path.join(data, 'secrets', 'database-owner'), 'utf8').trim();
    const stopped = await startPostgres({ folder: path.join(data, 'postgres'), password });
    await stopped.stop();

    const answer = await asAuth(async ({ databaseUrl }) => {
      await sleep(500);
      const { port } = new URL(databaseUrl);
      const client = new pg.Client({
        host: '127.0.0.1',
        port: Number(port),
        user: 'switchboard',
        password,
        database: 'postgres',
      });
      await client.connect();
      const { rows } = await client.query<{ n: number }>('SELECT 1 AS n');
      await client.end();
      return rows;
    });

    expect(answer).toEqual([{ n: 1 }]);
  } finally {
    if (before === undefined) delete process.env['SWB_DATA_DIR'];
    else process.env['SWB_DATA_DIR'] = before;
    rmSync(data, { recursive: true, force: true });
  }
});
