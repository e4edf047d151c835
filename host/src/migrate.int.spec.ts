import { expect, test } from '@jest/globals';
import type { ServiceName } from '@switchboard/contracts';
import type { HubService } from '@switchboard/nest-kit';
import { startPostgres } from '@switchboard/local-servers';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { migrate, roleOf, serviceDatabaseUrl } from './migrate.ts';

const passwords = { auth: 'pa', integrations: 'pi', assistant: 'pt', gateway: 'pg' };

/** Roles belong to a whole server, so these tests have one of their own. */
async function ownServer(): Promise<{ url: string } & AsyncDisposable> {
  const folder = mkdtempSync(path.join(tmpdir(), 'switchboard-migrate-'));
  const postgres = await startPostgres({ folder: path.join(folder, 'postgres'), password: 'test', throwaway: true });
  return {
    url: postgres.url(),
    [Symbol.asyncDispose]: async () => {
      await postgres.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A service that is nothing but one table its role may read. */
function serviceWith(name: ServiceName): HubService {
  class Begin1700000000000 implements MigrationInterface {
    async up(runner: QueryRunner): Promise<void> {
      await runner.query(`CREATE TABLE "${name}"."thing" AS SELECT 1 AS n`);
      await runner.query(`GRANT SELECT ON "${name}"."thing" TO ${roleOf(name)}`);
    }

    async down(runner: QueryRunner): Promise<void> {
      await runner.query(`DROP TABLE "${name}"."thing"`);
    }
  }
  return { name, migrations: [Begin1700000000000], start: () => Promise.reject(new Error('not started here')) };
}

async function rows(url: string, text: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text)).rows;
  } finally {
    await client.end();
  }
}

test('V-9 each service signs in by its own role and sees its own schema alone', async () => {
  await using database = await ownServer();
  await migrate(database.url, [serviceWith('auth'), serviceWith('gateway')], passwords);
  const asAuth = serviceDatabaseUrl(database.url, 'auth', passwords.auth);
  const asGateway = serviceDatabaseUrl(database.url, 'gateway', passwords.gateway);

  expect(await rows(asAuth, 'SELECT n FROM auth.thing')).toEqual([{ n: 1 }]);
  await expect(rows(asGateway, 'SELECT n FROM auth.thing')).rejects.toThrow('permission denied for schema auth');
  await expect(rows(asAuth, 'CREATE TABLE public.mine (n int)')).rejects.toThrow('permission denied');
  await expect(rows(asAuth, 'SET ROLE swb_gateway')).rejects.toThrow('permission denied');
});

test('a second start migrates nothing, and two at once take turns', async () => {
  await using database = await ownServer();
  const services = [serviceWith('auth'), serviceWith('assistant')];

  await Promise.all([migrate(database.url, services, passwords), migrate(database.url, services, passwords)]);
  await migrate(database.url, services, passwords);

  expect(await rows(database.url, 'SELECT count(*)::int AS n FROM auth.migrations')).toEqual([{ n: 1 }]);
});
