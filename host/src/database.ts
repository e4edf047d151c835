import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { type LocalPostgres, startPostgres } from '@switchboard/local-servers';
import pg from 'pg';
import type { DataFolder } from './data-folder.ts';
import { supervise } from './supervise.ts';

/** The hub's database in the embedded server. */
export const embeddedDatabaseName = 'switchboard';

export interface HubDatabase {
  /** Connects as the database's owner; only migrations use it. */
  readonly ownerUrl: string;
}

export interface HubDatabaseOptions {
  /** `DATABASE_URL`. */
  readonly given: string | undefined;
  /** Of the owner of the embedded database. */
  readonly password: string;
  readonly onGiveUp: (message: string) => void;
}

/** The database of `DATABASE_URL`, or the packaged PostgreSQL in the data folder. */
export async function openDatabase(
  folder: DataFolder,
  { given, password, onGiveUp }: HubDatabaseOptions,
  begun: AsyncDisposableStack,
): Promise<HubDatabase> {
  if (given) return { ownerUrl: given };

  const portFile = folder.within('postgres-port');
  const rememberedPort = existsSync(portFile) ? Number(readFileSync(portFile, 'utf8')) : undefined;
  const start = async (onExit: (reason: string) => void, before: LocalPostgres | undefined) => {
    const port = before?.port ?? rememberedPort;
    return startPostgres({
      folder: folder.within('postgres'),
      password,
      port,
      exactPort: before !== undefined,
      onExit,
    });
  };
  const postgres = await supervise({ name: 'PostgreSQL', start, onGiveUp });
  begun.defer(() => postgres.stop());
  writeFileSync(portFile, String(postgres.current.port), { mode: 0o600 });
  await ensureDatabase(postgres.current.url());
  return { ownerUrl: postgres.current.url(embeddedDatabaseName) };
}

async function ensureDatabase(serverUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [embeddedDatabaseName]);
    if (!rowCount) await client.query(`CREATE DATABASE ${embeddedDatabaseName}`);
  } finally {
    await client.end();
  }
}
