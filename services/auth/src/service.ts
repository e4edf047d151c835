import { createEgress } from '@switchboard/egress';
import {
  Database,
  type HubService,
  Outbox,
  type RunningService,
  type ServiceRuntime,
  startMicroservice,
  StatementSigner,
} from '@switchboard/nest-kit';
import type { ProviderDeclaration } from '@switchboard/provider-kit';
import { providers } from '@switchboard/providers';
import { ApiKeyFormat } from './api-keys/api-key-format.ts';
import { AppModule } from './app.module.ts';
import { AuditLog } from './audit/audit-log.ts';
import { filesOf, readKeys } from './config.ts';
import { AuditBatch } from './core/audit-batch.ts';
import { Catalog } from './core/catalog.ts';
import { acknowledging, events } from './core/changes.ts';
import { Hub } from './core/hub.ts';
import { RingKeeper } from './credentials/ring-keeper.ts';
import { ShredList } from './credentials/shred-list.ts';
import { Vault } from './credentials/vault.ts';
import { entities } from './database/entities.ts';
import { migrations } from './database/migrations.ts';
import { Jobs } from './jobs/jobs.ts';
import { OwnerService } from './people/owner.service.ts';
import type { UpkeepPace } from './upkeep/upkeep.service.ts';

export interface AuthOptions {
  /** Other providers than the registry's, for tests. */
  readonly providers?: readonly ProviderDeclaration[];
  /** Another pace of upkeep than the usual, for tests. */
  readonly pace?: UpkeepPace;
}

/** Starts the service on what a host gives it. @throws KeyRingError, SettingsError where it must not start (V-4, V-5). */
export async function startAuth(runtime: ServiceRuntime, options: AuthOptions = {}): Promise<RunningService> {
  const { settings, log, bus, clock, ids, originMap } = runtime;
  const files = filesOf(settings);
  const keys = await readKeys(files);
  const database = await Database.connect({ url: runtime.databaseUrl, schema: 'auth', entities });
  const closing: (() => Promise<unknown>)[] = [() => database.close()];
  try {
    const keeper = await RingKeeper.open(database, files.keyRing, runtime);
    closing.push(() => keeper.close());
    const shredList = new ShredList(database, files.shredList);
    const destroyed = await shredList.reapply();
    if (destroyed > 0) log.warn({ destroyed }, 'envelopes that a restore had brought back were destroyed again');
    const hub = await Hub.load(database, ids);
    const egress = createEgress({
      originMap,
      production: settings.production,
      allowPrivate: settings.SWB_PRIVATE_ORIGINS,
      clock,
    });
    closing.push(() => egress.close());
    const outbox = new Outbox('auth', database, bus, log, events, acknowledging);
    closing.push(() => outbox.close());
    const batch = new AuditBatch(database, log);
    closing.push(() => batch.close());
    const audit = new AuditLog(database, keys.auditKey, files.auditCheckpoints);
    const application = await startMicroservice(
      'auth',
      AppModule.of(runtime, {
        database,
        outbox,
        hub,
        catalog: new Catalog(options.providers ?? providers),
        vault: new Vault(keeper, shredList, database),
        egress,
        signer: new StatementSigner(keys.statementKeyPem),
        format: new ApiKeyFormat(keys.apiKeySecret),
        audit,
        batch,
      }),
      runtime,
    );
    closing.push(() => application.close());
    const jobs = application.get(Jobs);
    closing.push(() => jobs.close());
    await application.get(OwnerService).makeFromSettings();
    outbox.start();
    jobs.start(options.pace);
    return {
      ready: async () => ({ database: await database.ready(), bus: bus.connected, ring: keeper.ring.ids.length > 0 }),
      close: () => closeAll(closing),
    };
  } catch (error) {
    await closeAll(closing);
    throw error;
  }
}

/** In reverse order; one that fails does not keep the others open. */
async function closeAll(closing: (() => Promise<unknown>)[]): Promise<void> {
  for (let close = closing.pop(); close; close = closing.pop()) await close().catch(() => undefined);
}

export const authService: HubService = {
  name: 'auth',
  migrations,
  start: (runtime) => startAuth(runtime),
};
