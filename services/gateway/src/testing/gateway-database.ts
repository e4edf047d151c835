import { Database } from '@switchboard/nest-kit';
import { createTestDatabase } from '@switchboard/testing';
import { DataSource } from 'typeorm';
import { gatewayService } from '../gateway.service.ts';

const login = 'swb_gateway_spec';

/** The gateway's schema in a database of its own, reached as the gateway's role. */
export async function createGatewayDatabase() {
  const database = await createTestDatabase({ template: 'gateway', prepare });
  const url = new URL(database.url);
  url.username = login;
  url.password = 'test';
  const connected = await Database.connect({ url: url.href, schema: 'gateway', entities: [] });
  return {
    url: url.href,
    database: connected,
    /** One statement as the owner of the database. */
    asOwner: (sql: string) => asOwner(database.url, (source) => source.query(sql)),
    /** Takes the migrations back, newest first. */
    revert: () => asOwner(database.url, (source) => source.undoLastMigration()),
    [Symbol.asyncDispose]: async () => {
      await connected.close();
      await database[Symbol.asyncDispose]();
    },
  };
}

async function prepare(url: string): Promise<void> {
  await asOwner(url, async (source) => {
    await source.query(once('CREATE ROLE swb_gateway LOGIN'));
    await source.query(once(`CREATE ROLE ${login} LOGIN PASSWORD 'test' IN ROLE swb_gateway`));
    await source.query('CREATE SCHEMA gateway');
    await source.runMigrations({ transaction: 'each' });
  });
}

const once = (sql: string): string =>
  `DO $$ BEGIN ${sql}; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$`;

async function asOwner<T>(url: string, work: (source: DataSource) => Promise<T>): Promise<T> {
  const migrations = [...gatewayService.migrations];
  const source = new DataSource({ type: 'postgres', url, schema: 'gateway', migrations });
  await source.initialize();
  try {
    return await work(source);
  } finally {
    await source.destroy();
  }
}
