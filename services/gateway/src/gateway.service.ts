import { setTimeout as sleep } from 'node:timers/promises';
import path from 'node:path';
import {
  Database,
  type HubService,
  type RunningService,
  type ServiceRuntime,
  type Settings,
} from '@switchboard/nest-kit';
import type { Provider } from '@nestjs/common';
import { createApplication, type Folders } from './application.ts';
import { IdempotencyAndLimits1795000000000 } from './database/migrations/0001-idempotency-and-limits.ts';
import { DenialStore } from './denials/denial-store.ts';
import { PostgresDenialStore } from './denials/postgres-denial-store.ts';
import { LiveEvents } from './events/live-events.ts';
import { DatabaseProbe, ReadinessService } from './health/readiness.service.ts';
import { IdempotencyStore } from './idempotency/idempotency-store.ts';
import { PostgresIdempotencyStore } from './idempotency/postgres-idempotency-store.ts';
import { LimitStore } from './limits/limit-store.ts';
import { PostgresLimitStore } from './limits/postgres-limit-store.ts';

/** Behind a load balancer: how long requests still come in after this replica said it is not ready. */
const drainMs = 2_000;
/** What still runs then is cut. */
const patienceMs = 20_000;
const tidyMs = 50;
const repository = path.resolve(import.meta.dirname, '../../..');

export interface RunningGateway extends RunningService {
  /** Where it listens. */
  readonly url: string;
}

/** The only service that faces in: REST, events, pages. */
export const gatewayService = {
  name: 'gateway',
  migrations: [IdempotencyAndLimits1795000000000],
  start,
} as const satisfies HubService;

async function start(runtime: ServiceRuntime): Promise<RunningGateway> {
  const { settings } = runtime;
  const database = await Database.connect({ url: runtime.databaseUrl, schema: 'gateway', entities: [] });
  const application = await createApplication(runtime, storageOf(database), foldersOf(settings));
  await application.listen(settings.SWB_PORT, settings.SWB_HOST);
  const readiness = application.get(ReadinessService);
  const close = async (): Promise<void> => {
    readiness.drain();
    if (settings.production) await sleep(drainMs);
    application.get(LiveEvents).close();
    const server = application.getHttpServer();
    const cut = setTimeout(() => server.closeAllConnections(), patienceMs);
    // A connection whose last answer has left would be kept for the next request, which never comes.
    const tidy = setInterval(() => server.closeIdleConnections(), tidyMs);
    await application.close().finally(() => clearTimeout(cut));
    clearInterval(tidy);
    await database.close();
  };
  return { url: await application.getUrl(), ready: () => readiness.check(), close };
}

const storageOf = (database: Database): Provider[] => [
  { provide: Database, useValue: database },
  { provide: DatabaseProbe, useValue: database },
  { provide: IdempotencyStore, useClass: PostgresIdempotencyStore },
  { provide: DenialStore, useClass: PostgresDenialStore },
  { provide: LimitStore, useClass: PostgresLimitStore },
];

const foldersOf = (settings: Settings): Folders => ({
  web: settings.SWB_WEB_DIR ?? path.join(repository, 'web/dist'),
  providers: path.join(repository, 'packages/providers/src'),
});
