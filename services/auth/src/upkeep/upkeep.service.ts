import { Inject, Injectable } from '@nestjs/common';
import { HubError } from '@switchboard/contracts';
import { Clock, Database, Ids, LOG, type Log } from '@switchboard/nest-kit';
import { Connection } from '../connections/connection.entity.ts';
import { Catalog } from '../core/catalog.ts';
import { EndingService } from '../credentials/ending.service.ts';
import { RefreshService } from '../credentials/refresh.service.ts';
import { JobQueue, type JobResult, type Worker } from '../jobs/job-queue.ts';
import { NoticesService } from '../notices/notices.service.ts';
import { takeDueGrants } from './due-grants.ts';
import { grantEnds, nextEnd } from './grant-ends.ts';
import { UpkeepPlan } from './upkeep-plan.ts';

const tickQueue = 'upkeep-tick';
const grantQueue = 'grant-upkeep';
const deadQueue = 'grant-upkeep-dead';
const givenUp = 'upkeep gave a connection up after five tries; it comes due again in six hours';
/** Renewals of one provider at the same time, in all replicas together. */
const perProvider = 8;
/** A token call may take this long, with its one repetition (O-12). */
const renewalMs = 90_000;

/** How often upkeep looks. */
export interface UpkeepPace {
  readonly tickSeconds: number;
}

export const usualPace: UpkeepPace = { tickSeconds: 60 };

interface GrantJob {
  readonly connectionId: string;
  readonly credentialVersion: number;
}

/** Keeps connections alive by itself: one tick a minute, and one job per connection, however many replicas run (O-13). */
@Injectable()
export class UpkeepService {
  constructor(
    private readonly queue: JobQueue,
    private readonly database: Database,
    private readonly catalog: Catalog,
    private readonly refresh: RefreshService,
    private readonly ending: EndingService,
    private readonly notices: NoticesService,
    private readonly plan: UpkeepPlan,
    private readonly clock: Clock,
    private readonly ids: Ids,
    @Inject(LOG) private readonly log: Log,
  ) {}

  workers(tickSeconds: number): readonly Worker<never>[] {
    return [
      {
        queue: { name: tickQueue, policy: 'singleton', retryLimit: 0, expireInSeconds: 60, deleteAfterSeconds: 3_600 },
        atOnce: 1,
        everySeconds: Math.min(5, tickSeconds),
        run: async (jobs) => {
          await this.tick();
          return jobs.map(({ id }) => ({ id, status: 'completed' }));
        },
      },
      {
        queue: { name: deadQueue, retryLimit: 0, retentionSeconds: 86_400, deleteAfterSeconds: 7 * 86_400 },
        atOnce: 50,
        everySeconds: Math.min(10, tickSeconds),
        run: async (jobs: readonly { id: string; data: GrantJob; sourceOutput?: object | null }[]) => {
          for (const { data, sourceOutput } of jobs) this.log.warn({ ...data, reason: sourceOutput }, givenUp);
          return jobs.map(({ id }) => ({ id, status: 'completed' }));
        },
      } satisfies Worker<GrantJob>,
      {
        queue: {
          name: grantQueue,
          policy: 'exclusive',
          retryLimit: 4,
          retryDelay: 60,
          retryBackoff: true,
          retryDelayMax: 900,
          expireInSeconds: 120,
          heartbeatSeconds: 30,
          deleteAfterSeconds: 3_600,
          retentionSeconds: 7_200,
          deadLetter: deadQueue,
        },
        atOnce: 20,
        perGroup: perProvider,
        everySeconds: Math.min(2, tickSeconds),
        run: (jobs: readonly { id: string; data: GrantJob }[]) => Promise.all(jobs.map((job) => this.settle(job))),
      } satisfies Worker<GrantJob>,
    ];
  }

  /** Any replica may ask; one of them does it. */
  askForTick(tickSeconds: number): Promise<void> {
    return this.queue.once(tickQueue, tickSeconds);
  }

  /** Hands out what is due as jobs, and tells people what will end. @returns how many jobs it made at the most. */
  async tick(): Promise<number> {
    const began = this.clock.monotonicMs();
    const due = await this.database.asService(async (manager) => {
      const grants = await takeDueGrants(manager);
      const jobs = grants.map(({ id, provider, credentialVersion }) => ({
        data: { connectionId: id, credentialVersion } satisfies GrantJob,
        key: id,
        group: provider,
      }));
      await this.queue.put(manager, grantQueue, jobs);
      return grants.length;
    });
    const told = await this.notices.raiseDue(this.ids.traceId());
    const tookMs = Math.round(this.clock.monotonicMs() - began);
    if (due + told > 0) this.log.info({ due, told, tookMs }, 'upkeep looked at the connections');
    return due;
  }

  private async settle({ id, data }: { id: string; data: GrantJob }): Promise<JobResult> {
    try {
      await this.keep(data);
      return { id, status: 'completed' };
    } catch (error) {
      const { code, message } = error instanceof HubError ? error : { code: 'internal', message: 'It failed.' };
      if (code === 'internal') this.log.warn({ err: error, connectionId: data.connectionId }, 'upkeep failed');
      return { id, status: 'failed', output: { code, message } };
    }
  }

  /** Renews the grant, unless that happened meanwhile; what cannot be renewed and has run out is said to have ended. */
  private async keep({ connectionId, credentialVersion }: GrantJob): Promise<void> {
    const row = await this.database.asService((manager) =>
      manager.getRepository(Connection).findOneBy({ id: connectionId }),
    );
    if (!row || row.status !== 'active' || row.credentialVersion !== credentialVersion) return;
    const method = this.catalog.methodOf(row);
    if (!method) return;
    const traceId = this.ids.traceId();
    if (row.renewable) return this.refresh.renew(row, traceId, renewalMs);
    const end = nextEnd(grantEnds(row, method));
    if (end && end.at <= this.clock.now()) await this.ending.end(row, 'not_renewable', traceId);
    else await this.database.asService((manager) => this.plan.putOff(manager, row));
  }
}
