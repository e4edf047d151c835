import {
  type ConnectionId,
  getRun,
  HubError,
  listRuns,
  type ReplyOf,
  type RequestOf,
  type Run,
  runEnded,
  RunId,
} from '@switchboard/contracts';
import {
  actorOf,
  appendAudit,
  type Caller,
  Clock,
  Database,
  Ids,
  Outbox,
  readCursor,
  toPage,
  toWireError,
} from '@switchboard/nest-kit';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { markerOf } from './marker.ts';
import { ReadLog } from './read-log.ts';
import { RunEntity } from './run.entity.ts';
import { toRun, toRunDetail } from './run-view.ts';

/** What a run is of. */
export interface RunSubject {
  readonly provider: string;
  readonly connectionId: string;
  readonly accountLabel: string;
  readonly action: string;
  readonly effect: Run['effect'];
  readonly via: Run['via'];
  readonly proposalId?: string;
  readonly input: unknown;
}

export interface Begun {
  readonly id: RunId;
  /** Derived from the id: what the run leaves at the provider, to be found by. */
  readonly marker: string;
  /** Keeps what undo will need with the run. */
  keepBefore(before: unknown): void;
}

export interface Done<T> {
  readonly runId: RunId;
  readonly output: T;
  readonly before: unknown;
  readonly durationMs: number;
}

/** Remembers what ran. A write's row is committed before its call; whatever happens then, its outcome is known or said to be unknown. */
@Injectable()
export class RunsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly outbox: Outbox,
    private readonly reads: ReadLog,
  ) {}

  async record<T>(subject: RunSubject, caller: Caller, work: (run: Begun) => Promise<T>): Promise<Done<T>> {
    const row = this.rowOf(subject, caller);
    if (row.effect !== 'read') await this.begin(row, caller);
    const started = this.clock.monotonicMs();
    const run: Begun = {
      id: row.id as RunId,
      marker: markerOf(row.id),
      keepBefore: (before) => (row.before = before ?? null),
    };
    const output = await this.attempt(row, caller, started, () => work(run));
    Object.assign(row, { status: 'succeeded', output: output ?? null, durationMs: this.clock.monotonicMs() - started });
    // The provider has done it: an error of ours must not read as if nothing had happened.
    await this.end(row, caller).catch((cause: unknown) => {
      const message = 'It was done, but its outcome could not be written down. Look before you try again.';
      throw new HubError('outcome_unknown', message, {}, { cause });
    });
    return { runId: run.id, output, before: row.before, durationMs: row.durationMs ?? 0 };
  }

  async list(query: RequestOf<typeof listRuns>, caller: Caller): Promise<ReplyOf<typeof listRuns>> {
    await this.reads.flush();
    const { limit = 50, cursor, provider, connectionId, status, action, without } = query;
    const after = readCursor(cursor, RunId);
    const rows = await this.database.forCaller(caller, (manager) => {
      const { hubId, memberId } = caller.claims;
      const found = manager.createQueryBuilder(RunEntity, 'run').where({ hubId, memberId });
      for (const [name, value] of Object.entries({ provider, connectionId, status, action }))
        if (value !== undefined) found.andWhere({ [name]: value });
      if (without) found.andWhere('run.via <> :without', { without });
      if (caller.claims.connectionId) found.andWhere({ connectionId: caller.claims.connectionId });
      if (after) found.andWhere('run.id < :after', { after });
      return found
        .orderBy('run.id', 'DESC')
        .take(limit + 1)
        .getMany();
    });
    const page = toPage(rows, limit, ({ id }) => id);
    return { items: page.rows.map(toRun), nextCursor: page.nextCursor };
  }

  async get({ runId }: RequestOf<typeof getRun>, caller: Caller): Promise<ReplyOf<typeof getRun>> {
    await this.reads.flush();
    const { hubId, memberId, connectionId } = caller.claims;
    const own = { id: runId, hubId, memberId, ...(connectionId && { connectionId }) };
    const row = await this.database.forCaller(caller, (manager) => manager.findOneBy(RunEntity, own));
    if (!row) throw new HubError('not_found', 'There is no such run.');
    return toRunDetail(row);
  }

  /** After undo. */
  async markUndone(manager: EntityManager, runId: string, { claims }: Caller): Promise<void> {
    const { hubId, memberId } = claims;
    await manager.update(RunEntity, { id: runId, hubId, memberId }, { status: 'undone' });
  }

  /** Does the work; its error is what counts, also where it cannot be written down: then upkeep says that the outcome is unknown. */
  private async attempt<T>(row: RunEntity, caller: Caller, started: number, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      const unknown = error instanceof HubError && error.code === 'outcome_unknown';
      Object.assign(row, {
        status: unknown ? 'outcome_unknown' : 'failed',
        error: toWireError(error),
        durationMs: this.clock.monotonicMs() - started,
      });
      await this.end(row, caller).catch(() => undefined);
      throw error;
    }
  }

  private rowOf(subject: RunSubject, { claims, traceId }: Caller): RunEntity {
    const { hubId, memberId } = claims;
    return Object.assign(new RunEntity(), {
      ...subject,
      proposalId: subject.proposalId ?? null,
      id: this.ids.uuid(),
      hubId,
      memberId,
      traceId,
      status: 'running',
      output: null,
      before: null,
      error: null,
      startedAt: this.clock.now(),
      durationMs: null,
    });
  }

  private begin(row: RunEntity, caller: Caller): Promise<void> {
    return this.database.forCaller(caller, async (manager) => {
      await Promise.all([
        manager.insert(RunEntity, row as never),
        appendAudit(manager, actorOf(caller), {
          event: 'run.started',
          outcome: 'ok',
          subject: row.id,
          details: { action: row.action, connectionId: row.connectionId, proposalId: row.proposalId },
        }),
      ]);
    });
  }

  private async end(row: RunEntity, caller: Caller): Promise<void> {
    if (row.effect === 'read') return this.reads.add(row, actorOf(caller));
    const { hubId, memberId } = caller.claims;
    const { id, status, output, before, error, durationMs, action } = row;
    await this.database.forCaller(caller, async (manager) => {
      const told = { runId: id as RunId, memberId, connectionId: row.connectionId as ConnectionId, status, action };
      await Promise.all([
        manager.update(RunEntity, { id, hubId, memberId }, { status, output, before, error, durationMs } as never),
        appendAudit(manager, actorOf(caller), {
          event: 'run.ended',
          outcome: status === 'succeeded' ? 'ok' : 'failed',
          subject: id,
          details: { action, status, code: error?.code ?? null },
        }),
        this.outbox.write(manager, runEnded, told, caller.traceId),
      ]);
    });
    this.outbox.wake();
  }
}
