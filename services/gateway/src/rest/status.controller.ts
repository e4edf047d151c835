import { type Connection, getStatus, listConnections, listProviderStates } from '@switchboard/contracts';
import { Bus, type Caller } from '@switchboard/nest-kit';
import { HandleRoute, type RouteInput } from '@switchboard/nest-kit/http';
import { Controller } from '@nestjs/common';

/** Every provider with its accounts, for a status page in one call. */
@Controller()
export class StatusController {
  constructor(private readonly bus: Bus) {}

  @HandleRoute(getStatus)
  async read(_: RouteInput<typeof getStatus>, caller: Caller) {
    const [{ items: providers }, { items: connections }] = await Promise.all([
      this.bus.request(listProviderStates, {}, caller),
      this.bus.request(listConnections, {}, caller),
    ]);
    const items = providers.map(({ id: provider, title, environment, ready }) => {
      const accounts = connections
        .filter((one) => one.provider === provider)
        .map(({ id, label, status, statusReason, expectedEnd }) => ({
          connectionId: id,
          label,
          status,
          statusReason,
          expectedEnd,
        }));
      return { provider, title, environment, ready, connected: accounts.some(isActive), accounts };
    });
    const known = new Set(providers.map(({ id }) => id));
    return { items: [...items, ...unsupported(connections.filter(({ provider }) => !known.has(provider)))] };
  }
}

/** Connections of providers that this version does not know; they can still be seen, and ended. */
function unsupported(connections: readonly Connection[]) {
  const byProvider = Map.groupBy(connections, ({ provider }) => provider);
  return [...byProvider].map(([provider, rows]) => ({
    provider,
    title: rows[0]?.providerTitle ?? provider,
    environment: rows[0]?.environment ?? ('live' as const),
    ready: false,
    connected: false,
    accounts: rows.map(({ id, label, status, statusReason }) => ({ connectionId: id, label, status, statusReason })),
  }));
}

const isActive = ({ status }: { status: string }): boolean => status === 'active';
