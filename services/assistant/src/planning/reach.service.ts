import { listActions, listConnections, type ReplyOf } from '@switchboard/contracts';
import { Bus, type Caller } from '@switchboard/nest-kit';
import { Injectable } from '@nestjs/common';
import type { Place } from '../understanding/index.ts';

/** What there is to act with: every action of the hub, and the person's accounts. */
export interface Reach {
  readonly actions: ReplyOf<typeof listActions>['items'];
  readonly connections: ReplyOf<typeof listConnections>['items'];
}

@Injectable()
export class ReachService {
  constructor(private readonly bus: Bus) {}

  async of(caller: Caller): Promise<Reach> {
    const [actions, connections] = await Promise.all([
      this.bus.request(listActions, {}, caller),
      this.bus.request(listConnections, {}, caller),
    ]);
    return { actions: actions.items, connections: connections.items };
  }
}

/** The names an account goes by in a sentence. */
export const namesOf = ({ provider, providerTitle, label }: Reach['connections'][number]): string[] => [
  provider,
  providerTitle,
  label,
];

/** Every service by its id, and every account by its service's title and its label, with the kinds of things each has. */
export function placesOf({ actions, connections }: Reach): Place[] {
  const kinds = new Map<string, Set<string>>();
  for (const { provider, capability } of actions) {
    const [kind] = capability?.split('.') ?? [];
    if (kind) kinds.set(provider, (kinds.get(provider) ?? new Set()).add(kind));
  }
  const named = connections.flatMap((one) => namesOf(one).map((name) => ({ name, provider: one.provider })));
  const services = [...kinds.keys()].map((provider) => ({ name: provider, provider }));
  const places = new Map<string, Set<string>>();
  for (const { name, provider } of [...services, ...named]) {
    const known = places.get(name.toLowerCase()) ?? new Set();
    for (const kind of kinds.get(provider) ?? []) known.add(kind);
    if (known.size > 0) places.set(name.toLowerCase(), known);
  }
  return [...places].map(([name, has]) => ({ name, kinds: [...has] }));
}
