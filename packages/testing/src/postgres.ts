import { randomBytes } from 'node:crypto';
import pg from 'pg';

export interface TestDatabase extends AsyncDisposable {
  /** Connects as the owner of the database, as `DATABASE_URL` does. */
  readonly url: string;
}

export interface TestDatabaseOptions {
  /** Names the prepared database that new ones are copied from; made once in a run, by `prepare`. */
  readonly template?: string;
  /** Brings the template to the state every copy starts in: migrations, roles, seed rows. */
  readonly prepare?: (url: string) => Promise<void>;
}

/** Any number that no other use of advisory locks in the test server takes. */
const templateLock = 774_411;

/** A new database of the run's PostgreSQL, empty or copied from a template, dropped with `await using`. */
export async function createTestDatabase(options: TestDatabaseOptions = {}): Promise<TestDatabase> {
  const { template, prepare } = options;
  const name = `test_${randomBytes(8).toString('hex')}`;
  const source = template && prepare ? await ensureTemplate(`template_${template}`, prepare) : 'template1';
  await asOwner((client) => createFrom(client, name, source));
  return {
    url: urlOf(name),
    [Symbol.asyncDispose]: () => asOwner((client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)),
  };
}

async function ensureTemplate(name: string, prepare: (url: string) => Promise<void>): Promise<string> {
  await asOwner(async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [templateLock]);
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (rowCount) return;
    const part = `${name}_part`;
    await client.query(`DROP DATABASE IF EXISTS ${part} WITH (FORCE)`);
    await createFrom(client, part, 'template1');
    await prepare(urlOf(part));
    await client.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [part]);
    await client.query(`ALTER DATABASE ${part} RENAME TO ${name}`);
  });
  return name;
}

async function createFrom(client: pg.Client, name: string, source: string): Promise<void> {
  await client.query(`CREATE DATABASE ${name} TEMPLATE ${source} STRATEGY FILE_COPY`);
}

async function asOwner(work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl() });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

function serverUrl(): string {
  const url = process.env['SWB_TEST_DATABASE_URL'];
  if (!url) throw new Error('No test database runs: name the spec *.int.spec.ts, or put it in e2e.');
  return url;
}

function urlOf(database: string): string {
  const url = new URL(serverUrl());
  url.pathname = `/${database}`;
  return url.href;
}
