import { proposalChanged, runEnded } from '@switchboard/contracts';
import { createEgress } from '@switchboard/egress';
import {
  Database,
  type HubService,
  Outbox,
  type RunningService,
  type ServiceRuntime,
  startMicroservice,
} from '@switchboard/nest-kit';
import { providers } from '@switchboard/providers';
import { AppModule } from './app.module.ts';
import { migrations } from './database/migrations.ts';
import { ProposalEntity } from './proposals/proposal.entity.ts';
import { RunEntity } from './runs/run.entity.ts';
import { startUpkeep } from './upkeep.ts';

const name = 'integrations';
export const entities = [RunEntity, ProposalEntity];

/** Runs actions, keeps proposals and runs, streams the proxy and staged files; the only service that calls providers' APIs. */
export const integrationsService: HubService = {
  name,
  migrations,
  start,
};

async function start(runtime: ServiceRuntime): Promise<RunningService> {
  const { bus, clock, log, originMap, settings } = runtime;
  const database = await Database.connect({ url: runtime.databaseUrl, schema: name, entities });
  const outbox = new Outbox(name, database, bus, log, [proposalChanged, runEnded]);
  const egress = createEgress({
    originMap,
    production: settings.production,
    allowPrivate: settings.SWB_PRIVATE_ORIGINS,
    clock,
  });
  const application = await startMicroservice(
    name,
    AppModule.of(runtime, { database, outbox, egress, providers }),
    runtime,
  );
  const stopUpkeep = startUpkeep(database, log);
  outbox.start();
  return {
    ready: async () => ({ database: await database.ready(), bus: bus.connected }),
    close: async () => {
      stopUpkeep();
      await application.close();
      await outbox.close();
      await egress.close();
      await database.close();
    },
  };
}
