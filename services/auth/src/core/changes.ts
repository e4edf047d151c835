import {
  callerChanged,
  connectionChanged,
  type ConnectionId,
  type EventDefinition,
  flowEnded,
  type FlowId,
  type MemberId,
  type NoticeId,
  noticeRaised,
  type PayloadOf,
} from '@switchboard/contracts';
import { type Caller, type Database, type Outbox } from '@switchboard/nest-kit';
import type { EntityManager } from 'typeorm';

/** The events this service tells. */
export const events: readonly EventDefinition[] = [callerChanged, connectionChanged, flowEnded, noticeRaised];

/** Who acknowledges which of them; the rest only hear. */
export const acknowledging = { [noticeRaised.subject]: ['integrations'] } as const;

interface OfConnection {
  readonly id: string;
  readonly memberId: string;
  readonly provider: string;
}

/** Transactions that tell what they changed: events leave as soon as it is true. */
export class Changes {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
  ) {}

  /** As the service: lookups inside carry hub and member themselves. */
  async commit<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    const result = await this.database.asService(work);
    this.outbox.wake();
    return result;
  }

  /** For a caller: row-level security shows only that member's rows. */
  async commitFor<T>(caller: Pick<Caller, 'claims'>, work: (manager: EntityManager) => Promise<T>): Promise<T> {
    const result = await this.database.forCaller(caller, work);
    this.outbox.wake();
    return result;
  }

  caller(manager: EntityManager, payload: PayloadOf<typeof callerChanged>, traceId: string): Promise<void> {
    return this.outbox.write(manager, callerChanged, payload, traceId);
  }

  connection(
    manager: EntityManager,
    { id, memberId, provider }: OfConnection,
    change: PayloadOf<typeof connectionChanged>['change'],
    traceId: string,
  ): Promise<void> {
    const payload = { connectionId: id as ConnectionId, memberId: memberId as MemberId, provider, change };
    return this.outbox.write(manager, connectionChanged, payload, traceId);
  }

  notice(
    manager: EntityManager,
    notice: OfConnection & Pick<PayloadOf<typeof noticeRaised>, 'kind'> & { readonly connectionId: string },
    traceId: string,
  ): Promise<void> {
    const { id, connectionId, memberId, provider, kind } = notice;
    const payload = {
      noticeId: id as NoticeId,
      connectionId: connectionId as ConnectionId,
      memberId: memberId as MemberId,
      provider,
      kind,
    };
    return this.outbox.write(manager, noticeRaised, payload, traceId);
  }

  flow(
    manager: EntityManager,
    flow: { readonly id: string; readonly memberId: string | null; readonly connectionId: string | null },
    succeeded: boolean,
    traceId: string,
  ): Promise<void> {
    const payload = {
      flowId: flow.id as FlowId,
      ...(flow.memberId && { memberId: flow.memberId as MemberId }),
      ...(flow.connectionId && { connectionId: flow.connectionId as ConnectionId }),
      succeeded,
    };
    return this.outbox.write(manager, flowEnded, payload, traceId);
  }
}
