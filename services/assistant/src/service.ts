import {
  Database,
  type HubService,
  type RunningService,
  type ServiceRuntime,
  startMicroservice,
} from '@switchboard/nest-kit';
import { AppModule } from './app.module.ts';
import { MessageEntity } from './chat/message.entity.ts';
import { ThreadEntity } from './chat/thread.entity.ts';
import { Threads1767225600001 } from './database/migrations/0001-threads.ts';

const name = 'assistant';
const entities = [ThreadEntity, MessageEntity];

/** Understands what people write, reads for them, and proposes; it can run no write. */
export const assistantService: HubService = { name, migrations: [Threads1767225600001], start };

async function start(runtime: ServiceRuntime): Promise<RunningService> {
  const database = await Database.connect({ url: runtime.databaseUrl, schema: name, entities });
  const application = await startMicroservice(name, AppModule.of(runtime, database), runtime);
  return {
    ready: async () => ({ database: await database.ready(), bus: runtime.bus.connected }),
    close: async () => {
      await application.close();
      await database.close();
    },
  };
}
