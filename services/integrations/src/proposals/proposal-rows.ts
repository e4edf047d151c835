import { HubError, type MemberId, proposalChanged, type ProposalId, type ThreadId } from '@switchboard/contracts';
import { type Caller, Clock, Database, Outbox } from '@switchboard/nest-kit';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type Outcome, ProposalEntity } from './proposal.entity.ts';

/** The rows of proposals: found by owner, changed by one atomic step, told to everyone who shows them. */
@Injectable()
export class ProposalRows {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @throws HubError `proposal_unknown`, also where it is another person's. */
  async find(id: string, caller: Caller): Promise<ProposalEntity> {
    const { hubId, memberId } = caller.claims;
    const row = await this.database.forCaller(caller, (manager) =>
      manager.findOneBy(ProposalEntity, { id, hubId, memberId }),
    );
    if (!row || !isWithin(row, caller)) throw new HubError('proposal_unknown');
    return row;
  }

  /** @throws HubError `proposal_closed`, `proposal_expired`. */
  requireOpen(row: ProposalEntity): void {
    if (row.status !== 'open') throw new HubError('proposal_closed');
    if (row.expiresAt <= this.clock.now()) throw new HubError('proposal_expired');
  }

  /**
   * Moves a proposal from one state to another, once: of any number of tries at the same time one wins.
   * @returns the row, or undefined where another was first or its time is over by the database's clock.
   */
  async move(
    manager: EntityManager,
    row: ProposalEntity,
    from: readonly string[],
    to: ProposalEntity['status'],
    caller: Caller,
  ): Promise<ProposalEntity | undefined> {
    const { hubId, memberId } = caller.claims;
    const result = await manager
      .createQueryBuilder()
      .update(ProposalEntity)
      .set({ status: to, decidedAt: () => 'clock_timestamp()' })
      .where({ id: row.id, hubId, memberId, digest: row.digest })
      .andWhere('status IN (:...from)', { from })
      .andWhere("(status <> 'open' OR expires_at > clock_timestamp())")
      .execute();
    if (result.affected !== 1) return undefined;
    const moved = Object.assign(row, { status: to, decidedAt: this.clock.now() });
    await this.tell(manager, moved, caller.traceId);
    return moved;
  }

  /** Writes how it ended. */
  async settle(
    row: ProposalEntity,
    status: ProposalEntity['status'],
    outcomes: readonly Outcome[],
    caller: Caller,
    also?: (manager: EntityManager) => Promise<void>,
  ): Promise<ProposalEntity> {
    const settled = Object.assign(row, { status, outcomes });
    await this.database.forCaller(caller, async (manager) => {
      const { hubId, memberId } = caller.claims;
      await manager.update(ProposalEntity, { id: row.id, hubId, memberId }, { status, outcomes } as never);
      await also?.(manager);
      await this.tell(manager, settled, caller.traceId);
    });
    this.wake();
    return settled;
  }

  /** Closes a card that an edit replaces. @throws HubError `proposal_closed`. */
  async replace(manager: EntityManager, id: ProposalId, by: string, caller: Caller): Promise<void> {
    const { hubId, memberId } = caller.claims;
    const row = await manager.findOneBy(ProposalEntity, { id, hubId, memberId });
    const moved = row && (await this.move(manager, row, ['open'], 'rejected', caller));
    if (!moved) throw new HubError('proposal_closed');
    await manager.update(ProposalEntity, { id, hubId, memberId }, { replacedBy: by });
  }

  async tell(manager: EntityManager, row: ProposalEntity, traceId: string): Promise<void> {
    const payload = {
      proposalId: row.id as ProposalId,
      memberId: row.memberId as MemberId,
      threadId: (row.threadId ?? undefined) as ThreadId | undefined,
      status: row.status,
    };
    await this.outbox.write(manager, proposalChanged, payload, traceId);
  }

  wake(): void {
    this.outbox.wake();
  }
}

/** True where a key limited to one connection may know of the proposal: none of its steps acts on another. */
const isWithin = ({ plan }: ProposalEntity, { claims: { connectionId } }: Caller): boolean =>
  connectionId === undefined || plan.steps.every((step) => step.connectionId === connectionId);
