import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Settings } from '@switchboard/nest-kit';
import { roleOf } from '@switchboard/host';
import { serviceNames } from '@switchboard/contracts';
import pg from 'pg';
import { openOperatorDatabase } from '../operator.ts';
import { note, well, wrong } from './finding.ts';
import type { Finding } from './finding.ts';
import { checkStoredClients } from './stored-clients.ts';

const oldestVersion = 150_000;
const skewLimitMs = 2_000;

/** The database, its roles, and the clock against the database's. */
export async function checkDatabase(settings: Settings): Promise<Finding[]> {
  if (!settings.DATABASE_URL && !existsSync(path.join(settings.SWB_DATA_DIR, 'postgres'))) {
    return [note('Database', 'the embedded one, not made yet', 'npm start makes it.')];
  }
  try {
    await using database = await openOperatorDatabase(settings);
    const client = new pg.Client({ connectionString: database.ownerUrl, connectionTimeoutMillis: 5000 });
    await client.connect();
    try {
      const seen = await look(client, database.folder ? 'embedded' : 'DATABASE_URL');
      return [...seen, ...(await checkStoredClients(client))];
    } finally {
      await client.end();
    }
  } catch (error) {
    const fix = settings.DATABASE_URL
      ? 'See that the server of DATABASE_URL runs and lets this machine in with that name and password.'
      : 'See the log of npm start; a backup comes back with: npm run switchboard -- restore';
    return [wrong('Database', (error as Error).message, fix)];
  }
}

async function look(client: pg.Client, kind: string): Promise<Finding[]> {
  const { rows } = await client.query<{ version: number; at: Date; roles: string[] }>(
    `SELECT current_setting('server_version_num')::int AS version, clock_timestamp() AS at,
            array(SELECT rolname::text FROM pg_roles WHERE rolname LIKE 'swb\\_%') AS roles`,
  );
  const row = rows[0];
  if (!row) return [wrong('Database', 'it answers nothing', 'Restart it.')];
  const version = Math.floor(row.version / 10_000);
  const missing = serviceNames.map(roleOf).filter((role) => !row.roles.includes(role));
  const skewMs = Math.abs(Date.now() - row.at.getTime());
  return [
    row.version < oldestVersion
      ? wrong('Database', `PostgreSQL ${version}`, 'Use PostgreSQL 15 or later.')
      : well('Database', `PostgreSQL ${version}, ${kind}`),
    missing.length > 0
      ? note(
          'Database roles',
          `missing: ${missing.join(', ')}`,
          'The next start makes them, as the owner of the database.',
        )
      : well('Database roles', `${serviceNames.length}, one for each service`),
    skewMs > skewLimitMs
      ? wrong(
          'Clock',
          `${Math.round(skewMs / 1000)} s off the database's`,
          'Set both clocks by NTP: tokens expire by the clock.',
        )
      : well('Clock', `${new Date().toISOString()}, as the database's`),
  ];
}
