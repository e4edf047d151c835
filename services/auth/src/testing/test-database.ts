import { serviceNames } from '@switchboard/contracts';
import { createTestDatabase } from '@switchboard/testing';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { migrations } from '../database/migrations.ts';

/** A database with the service's schema, and how each service's role signs in to it. */
export async function createAuthDatabase() {
  const database = await createTestDatabase({ template: 'auth', prepare });
  await ensureLogins(database.url);
  return {
    ownerUrl: database.url,
    urlAs: (service: (typeof serviceNames)[number]): string => {
      const url = new URL(database.url);
      url.username = loginOf(service);
      url.password = 'test';
      return url.href;
    },
    [Symbol.asyncDispose]: () => database[Symbol.asyncDispose](),
  };
}

/** Runs one statement as whoever the address names, with every row of the service in sight. */
export async function runSql<T = Record<string, unknown>>(
  url: string,
  sql: string,
  values: unknown[] = [],
): Promise<T[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(`SELECT set_config('swb.service', 'on', false)`);
    const result = await client.query(sql, values);
    return result.rows as T[];
  } finally {
    await client.end();
  }
}

/** Roles belong to the whole server, whose other users set their passwords; these are only ours. */
const loginOf = (service: string): string => `swb_${service}_spec`;

async function ensureLogins(url: string): Promise<void> {
  for (const name of serviceNames)
    await runSql(url, once(`CREATE ROLE ${loginOf(name)} LOGIN PASSWORD 'test' IN ROLE swb_${name}`));
}

const once = (sql: string): string =>
  `DO $$ BEGIN ${sql}; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$`;

async function prepare(url: string): Promise<void> {
  for (const name of serviceNames) await runSql(url, once(`CREATE ROLE swb_${name} LOGIN`));
  await runSql(url, 'CREATE SCHEMA auth; GRANT USAGE ON SCHEMA auth TO swb_auth');
  const source = new DataSource({ type: 'postgres', url, schema: 'auth', migrations: [...migrations] });
  await source.initialize();
  try {
    await source.runMigrations({ transaction: 'each' });
  } finally {
    await source.destroy();
  }
}
