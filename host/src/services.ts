import type { ServiceName } from '@switchboard/contracts';
import type { HubService } from '@switchboard/nest-kit';

/** Each service's code, loaded only where it runs. */
const loaders: Readonly<Record<ServiceName, () => Promise<HubService>>> = {
  auth: async () => (await import('@switchboard/auth')).authService,
  integrations: async () => (await import('@switchboard/integrations')).integrationsService,
  assistant: async () => (await import('@switchboard/assistant')).assistantService,
  gateway: async () => (await import('@switchboard/gateway')).gatewayService,
};

export const loadService = (name: ServiceName): Promise<HubService> => loaders[name]();

/** In the order they start and migrate. */
export const loadServices = (): Promise<HubService[]> => Promise.all(Object.values(loaders).map((load) => load()));
