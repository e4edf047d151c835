import { type ConnectionId, HubError, type Run, runEnded, type RunId } from '@switchboard/contracts';
import { actorOf, appendAudit, type Caller, Database, Outbox } from '@switchboard/nest-kit';
import { Injectable } from '@nestjs/common';
import { RunEntity } from './run.entity.ts';

/** Runs on their way back: found, taken by one undo at a time, and settled. */
@Injectable()
export class UndoneRuns {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
  ) {}

  /** @throws HubError `not_found`, for another's run just as for none. */
  async find(id: string, { claims, ...caller }: Caller): Promise<RunEntity> {
    const { hubId, memberId, connectionId } = claims;
    const own = { id, hubId, memberId, ...(connectionId && { connectionId }) };
    const row = await this.database.forCaller({ claims, ...caller }, (manager) => manager.findOneBy(RunEntity, own));
    if (!row) throw new HubError('not_found', 'There is no such run.');
    return row;
  }

  /** @returns false where the run is not one that went well, or another undo has it. */
  async take({ id, action, connectionId }: RunEntity, caller: Caller): Promise<boolean> {
    const { hubId, memberId } = caller.claims;
    return this.database.forCaller(caller, async (manager) => {
      const { affected } = await manager.update(
        RunEntity,
        { id, hubId, memberId, status: 'succeeded' },
        { status: 'running' },
      );
      if (affected !== 1) return false;
      await appendAudit(manager, actorOf(caller), {
        event: 'run.undoing',
        outcome: 'ok',
        subject: id,
        details: { action, connectionId },
      });
      return true;
    });
  }

  async settle(row: RunEntity, status: Run['status'], caller: Caller): Promise<RunEntity> {
    const { hubId, memberId } = caller.claims;
    const { id, action } = row;
    await this.database.forCaller(caller, async (manager) => {
      await manager.update(RunEntity, { id, hubId, memberId }, { status });
      await appendAudit(manager, actorOf(caller), {
        event: 'run.undone',
        outcome: status === 'undone' ? 'ok' : 'failed',
        subject: id,
        details: { action, connectionId: row.connectionId, status },
      });
      const told = { runId: id as RunId, memberId, connectionId: row.connectionId as ConnectionId, status, action };
      await this.outbox.write(manager, runEnded, told as never, caller.traceId);
    });
    this.outbox.wake();
    return Object.assign(row, { status });
  }
}
