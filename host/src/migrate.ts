import { setTimeout as sleep } from 'node:timers/promises';
import { type ServiceName, serviceNames } from '@switchboard/contracts';
import type { HubService } from '@switchboard/nest-kit';
import pg from 'pg';
import { DataSource } from 'typeorm';

/** One number for the whole database: starts that run at the same time take turns. */
const migrationLock = 5_180_231;

/** The role a service signs in with. */
export const roleOf = (service: ServiceName): string => `swb_${service}`;

/** The same database as a service's own role sees it. */
export function serviceDatabaseUrl(ownerUrl: string, service: ServiceName, password: string): string {
  const url = new URL(ownerUrl);
  url.username = roleOf(service);
  url.password = password;
  return url.href;
}

/** As the owner: a role and a schema per service, then every migration that has not run yet, service by service. */
export async function migrate(
  ownerUrl: string,
  services: readonly HubService[],
  passwords: Readonly<Record<ServiceName, string>>,
): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl, application_name: 'switchboard-migrate' });
  await owner.connect().catch((error: Error) => {
    throw new Error(`The database does not let its owner in: ${error.message}`);
  });
  try {
    await owner.query('SELECT pg_advisory_lock($1)', [migrationLock]);
    await owner.query('REVOKE CREATE ON SCHEMA public FROM PUBLIC');
    for (const name of serviceNames) await ensureRole(owner, name, passwords[name]);
    for (const service of services) await runMigrations(ownerUrl, service);
  } finally {
    await owner.end();
  }
}

async function ensureRole(owner: pg.Client, service: ServiceName, password: string): Promise<void> {
  const role = roleOf(service);
  const { rowCount } = await owner.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role]);
  const attributes = 'LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS';
  const secret = owner.escapeLiteral(password);
  await takingTurns(() =>
    owner.query(`${rowCount ? 'ALTER' : 'CREATE'} ROLE ${role} WITH ${attributes} PASSWORD ${secret}`),
  );
  await owner.query(`CREATE SCHEMA IF NOT EXISTS ${owner.escapeIdentifier(service)}`);
  await owner.query(`GRANT USAGE ON SCHEMA ${owner.escapeIdentifier(service)} TO ${role}`);
}

/** Roles belong to the whole server: another hub's database on it may be changing the same one right now. */
async function takingTurns(change: () => Promise<unknown>, tries = 10): Promise<void> {
  try {
    await change();
  } catch (error) {
    const meanwhile = ['XX000', '42710', '23505'].includes((error as pg.DatabaseError).code ?? '');
    if (!meanwhile || tries <= 1) throw error;
    await sleep(50);
    if ((error as pg.DatabaseError).code === 'XX000') await takingTurns(change, tries - 1);
  }
}

async function runMigrations(url: string, service: HubService): Promise<void> {
  const source = new DataSource({
    type: 'postgres',
    url,
    schema: service.name,
    migrations: [...service.migrations],
    migrationsTableName: 'migrations',
    synchronize: false,
  });
  await source.initialize();
  try {
    await source.runMigrations({ transaction: 'each' });
  } finally {
    await source.destroy();
  }
}
