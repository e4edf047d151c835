import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startPostgres } from '../../packages/local-servers/src/postgres/start-postgres.ts';

/** One throw-away PostgreSQL for the whole run; Jest calls this only where a test that needs it was asked for. */
export default async function setUp() {
  if (process.env.SWB_TEST_DATABASE_URL) return;
  const folder = mkdtempSync(path.join(tmpdir(), 'switchboard-test-'));
  const postgres = await startPostgres({
    folder: path.join(folder, 'postgres'),
    password: 'test',
    throwaway: true,
    maxConnections: 300,
  });
  process.env.SWB_TEST_DATABASE_URL = postgres.url();
  globalThis.switchboardTestServers = { postgres, folder };
}
