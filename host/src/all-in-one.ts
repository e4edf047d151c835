import { type HubService, InProcessBus, InProcessStreams, type RunningService } from '@switchboard/nest-kit';
import type { ServiceName } from '@switchboard/contracts';
import { createVerifier, type HubFacts, sharedRuntime } from './runtime.ts';

export interface RunningServices {
  stop(): Promise<void>;
}

/** All services in this process, over the in-process bus. */
export async function startAllInOne(
  services: readonly HubService[],
  facts: HubFacts,
  databaseUrlOf: (service: ServiceName) => string,
): Promise<RunningServices> {
  const bus = new InProcessBus();
  const verifier = createVerifier(facts.settings);
  const streams = new InProcessStreams(verifier);
  const running: RunningService[] = [];
  const stop = async (): Promise<void> => {
    for (const service of running.splice(0).reverse()) await service.close();
  };
  try {
    for (const service of services) {
      const databaseUrl = databaseUrlOf(service.name);
      running.push(
        await service.start(sharedRuntime(service.name, facts, { databaseUrl, wire: bus.wire(), streams, verifier })),
      );
    }
  } catch (error) {
    await stop().catch(() => undefined);
    throw error;
  }
  return { stop };
}
