import { setTimeout as sleep } from 'node:timers/promises';
import type { Database, Log } from '@switchboard/nest-kit';
import type { Pool, PoolClient } from 'pg';
import { type ConnectionOptions, PgBoss, type Queue } from 'pg-boss';
import type { EntityManager } from 'typeorm';

/** Waits for work under way at the end; what is not done by then is tried again by whoever is there next. */
const stopWithinMs = 8_000;
const startAgainMs = 5_000;

export interface JobResult {
  readonly id: string;
  readonly status: 'completed' | 'failed';
  readonly output?: object;
}

export interface Worker<T extends object> {
  readonly queue: Queue;
  /** Jobs taken at a time. */
  readonly atOnce: number;
  /** Of one group, in all replicas together. */
  readonly perGroup?: number;
  readonly everySeconds: number;
  /** `sourceOutput` is what the last try of a job said that lies in a queue of dead letters. */
  run(jobs: readonly { id: string; data: T; sourceOutput?: object | null }[]): Promise<JobResult[]>;
}

export interface NewJob {
  readonly data: object;
  /** Of one key the queue holds one job at a time, where its policy says so. */
  readonly key: string;
  readonly group?: string;
}

/** Jobs in PostgreSQL that every replica of the service works on; each is one replica's at a time, and none is lost. */
export class JobQueue {
  private readonly boss: PgBoss;
  private starting: Promise<void> | undefined;
  private closed = false;

  constructor(
    database: Database,
    private readonly log: Log,
  ) {
    const db = over((database.dataSource.driver as unknown as { readonly master: Pool }).master);
    this.boss = new PgBoss({ db, schema: 'jobs', createSchema: false, schedule: false, persistWarnings: false });
    this.boss.on('error', (error: unknown) => this.log.warn({ err: error }, 'the background jobs stumbled'));
  }

  /** Begins in the background, and again until the database lets it; a queue of dead letters stands before the one it serves. */
  start(workers: readonly Worker<never>[]): void {
    this.starting = this.begin(workers);
  }

  /** Puts jobs into a queue, in the caller's transaction; a key that is there already is left as it is. */
  async put(manager: EntityManager, queue: string, jobs: readonly NewJob[]): Promise<void> {
    if (jobs.length === 0) return;
    const client = (await manager.queryRunner?.connect()) as PoolClient;
    const rows = jobs.map(({ data, key, group }) => ({
      data,
      singletonKey: key,
      ...(group !== undefined && { group: { id: group } }),
    }));
    await this.boss.insert(queue, rows, { db: over(client), returnId: false });
  }

  /** Asks for one job in so many seconds, however many replicas ask. */
  async once(queue: string, everySeconds: number): Promise<void> {
    await this.started();
    if (!this.closed) await this.boss.send(queue, {}, { singletonKey: queue, singletonSeconds: everySeconds });
  }

  /** Resolves when the queues are there. */
  async started(): Promise<void> {
    await this.starting;
  }

  async close(): Promise<void> {
    this.closed = true;
    await this.starting;
    await this.boss.stop({ graceful: true, timeout: stopWithinMs, close: false });
  }

  private async begin(workers: readonly Worker<never>[]): Promise<void> {
    while (!this.closed) {
      try {
        await this.boss.start();
        for (const worker of workers) await this.work(worker as unknown as Worker<object>);
        return;
      } catch (error) {
        this.log.warn({ err: error }, 'the background jobs wait for the database');
        await this.boss.stop({ graceful: false, close: false }).catch(() => undefined);
        for (let waited = 0; waited < startAgainMs && !this.closed; waited += 100) await sleep(100);
      }
    }
  }

  private async work({ queue, atOnce, perGroup, everySeconds, run }: Worker<object>): Promise<void> {
    const { name, ...settings } = queue;
    await this.boss.createQueue(name, settings);
    const options = {
      batchSize: atOnce,
      perJobResults: true,
      includeMetadata: true,
      burstWhenBatchFull: true,
      pollingIntervalSeconds: everySeconds,
      ...(perGroup !== undefined && { groupConcurrency: perGroup }),
    } as const;
    await this.boss.work(name, options, (jobs: { id: string; data: object; sourceOutput: object | null }[]) =>
      run(jobs),
    );
  }
}

/** pg-boss on connections of ours: it opens none itself. */
const over = (client: Pool | PoolClient): NonNullable<ConnectionOptions['db']> => ({
  executeSql: (text, values) => client.query(text, values),
});
