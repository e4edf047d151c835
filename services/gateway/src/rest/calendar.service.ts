import {
  calendarCreateEvent,
  type ConnectionId,
  getConnection,
  HubError,
  listActions,
  listConnections,
  type ReplyOf,
  runAction,
} from '@switchboard/contracts';
import { Bus, type Caller } from '@switchboard/nest-kit';
import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';

type Fulfilling = ReplyOf<typeof listActions>['items'][number];

/** Finds the action that fulfils a capability on the account that is meant. */
@Injectable()
export class CalendarService {
  constructor(private readonly bus: Bus) {}

  async createEvent(
    input: z.output<typeof calendarCreateEvent.input>,
    connectionId: ConnectionId | undefined,
    caller: Caller,
    reply: FastifyReply,
  ) {
    const action = await this.actionFor(calendarCreateEvent.name, connectionId, caller);
    const { runId, output } = await this.bus.request(
      runAction,
      { action, connectionId, input: input as never },
      caller,
    );
    reply.header('x-run-id', runId);
    return calendarCreateEvent.output.parse(output);
  }

  private async actionFor(capability: string, connectionId: ConnectionId | undefined, caller: Caller) {
    const { items } = await this.bus.request(listActions, {}, caller);
    const fulfilling = items.filter((action) => action.capability === capability);
    const [action] = fulfilling.length > 1 ? await this.preferred(fulfilling, connectionId, caller) : fulfilling;
    if (!action) throw new HubError('action_unknown');
    return action.ref;
  }

  /** Those of the account that is meant come first. */
  private async preferred(fulfilling: readonly Fulfilling[], connectionId: ConnectionId | undefined, caller: Caller) {
    const provider = await this.providerFor(fulfilling, connectionId ?? caller.claims.connectionId, caller);
    return fulfilling.toSorted((one, other) => Number(other.provider === provider) - Number(one.provider === provider));
  }

  private async providerFor(fulfilling: readonly Fulfilling[], connectionId: ConnectionId | undefined, caller: Caller) {
    if (connectionId) return (await this.bus.request(getConnection, { connectionId }, caller)).provider;
    const [feature = ''] = fulfilling[0]?.needs ?? [];
    const { items } = await this.bus.request(listConnections, { feature }, caller);
    return items.find(({ defaultFor }) => defaultFor.includes(feature))?.provider;
  }
}
