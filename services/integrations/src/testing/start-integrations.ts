import { type CallerClaims, type Connection, proposalChanged, rolePermissions, runEnded } from '@switchboard/contracts';
import { createEgress } from '@switchboard/egress';
import {
  type Caller,
  Clock,
  Database,
  Ids,
  InProcessBus,
  Outbox,
  type ServiceRuntime,
  silentLog,
  SystemClock,
  SystemIds,
} from '@switchboard/nest-kit';
import { createTestDatabase } from '@switchboard/testing';
import { NestFactory } from '@nestjs/core';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { AppModule } from '../app.module.ts';
import { migrations } from '../database/migrations.ts';
import { entities } from '../service.ts';
import { AuthDouble } from './auth-double.ts';
import { notesProvider } from './notes-provider.ts';
import { NotesServer } from './notes-server.ts';

const ids = new SystemIds();
export const hubId = ids.uuid();

/** The service on real PostgreSQL, with a provider that counts its effects and a double of `auth`. */
export async function startIntegrations() {
  const stack = new AsyncDisposableStack();
  const database = stack.use(await createTestDatabase({ template: 'integrations', prepare }));
  const notes = stack.use(await NotesServer.start());
  const auth = new AuthDouble();
  const url = new URL(database.url);
  url.username = 'swb_integrations';
  url.password = 'test';
  const own = await Database.connect({ url: url.href, schema: 'integrations', entities });
  stack.defer(() => own.close());
  const egress = stack.use(createEgress({ originMap: { 'https://api.notes.example': notes.url } }));
  const outbox = new Outbox('integrations', own, auth, silentLog(), [proposalChanged, runEnded]);
  stack.defer(() => outbox.close());
  const module = AppModule.of(runtimeWith(auth), { database: own, outbox, egress, providers: [notesProvider] });
  const application = await NestFactory.createApplicationContext(module, { logger: false, abortOnError: false });
  stack.defer(() => application.close());
  return {
    auth,
    notes,
    database: own,
    ownerUrl: database.url,
    get: application.get.bind(application) as typeof application.get,
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  };
}

function runtimeWith(bus: AuthDouble): ServiceRuntime {
  const clock: Clock = new SystemClock();
  const streamHost = { handle: () => undefined };
  return {
    bus,
    clock,
    ids: ids as Ids,
    log: silentLog(),
    wire: new InProcessBus().wire(),
    streamHost,
  } as unknown as ServiceRuntime;
}

/** A signed-in person who proved who they are just now. */
export function person(claims: Partial<CallerClaims> = {}): Caller {
  const now = Math.floor(Date.now() / 1000);
  const memberId = ids.uuid();
  return {
    claims: {
      hubId,
      memberId,
      role: 'owner',
      via: 'session',
      sessionId: ids.uuid(),
      permissions: [...rolePermissions.owner],
      authenticatedAt: now,
      issuedAt: now,
      expiresAt: now + 60,
      ...claims,
    } as CallerClaims,
    statement: 'checked',
    traceId: ids.traceId(),
    deadlineMs: performance.now() + 60_000,
    signal: new AbortController().signal,
  };
}

/** Gives a person an account of the notes provider. */
export function connect(auth: AuthDouble, owner: Caller, changes: Partial<Connection> = {}): Connection {
  const connection = {
    id: ids.uuid(),
    provider: 'notes',
    providerTitle: 'Notes',
    method: 'oauth',
    environment: 'sandbox',
    label: 'Notes of Ada',
    account: { subject: 'subject-1', email: 'ada@example.com' },
    status: 'active',
    features: ['notes.read', 'notes.write'],
    missingFeatures: [],
    defaultFor: ['notes.read', 'notes.write'],
    settings: {},
    createdAt: new Date().toISOString(),
    updatedAt: new Date().toISOString(),
    ...changes,
  } as Connection;
  auth.connections.set(connection.id, { owner: owner.claims.memberId, connection, token: `token-${connection.id}` });
  return connection;
}

/** Schema, role and the functions of the audit that every service calls. */
async function prepare(url: string): Promise<void> {
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  await owner.query(`
    DO $$ BEGIN CREATE ROLE swb_integrations LOGIN PASSWORD 'test'; EXCEPTION WHEN duplicate_object THEN NULL; END $$;
    CREATE SCHEMA integrations; GRANT USAGE ON SCHEMA integrations TO swb_integrations;
    CREATE SCHEMA audit; GRANT USAGE ON SCHEMA audit TO swb_integrations;
    CREATE TABLE audit.rows (event text, outcome text, subject text, details jsonb);
    CREATE FUNCTION audit.append(uuid, uuid, text, text, text, text, jsonb, text) RETURNS void LANGUAGE sql SECURITY DEFINER
      AS 'INSERT INTO audit.rows VALUES ($4, $5, $6, $7)';
    CREATE FUNCTION audit.append_all(jsonb) RETURNS void LANGUAGE sql SECURITY DEFINER AS
      'INSERT INTO audit.rows SELECT * FROM jsonb_to_recordset($1) AS r (event text, outcome text, subject text, details jsonb)';`);
  await owner.end();
  const source = new DataSource({
    type: 'postgres',
    url,
    schema: 'integrations',
    migrations: [...migrations],
  });
  await source.initialize();
  await source.runMigrations({ transaction: 'each' });
  await source.destroy();
}
