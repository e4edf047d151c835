import { DataSource, type DataSourceOptions, type EntityManager, type QueryRunner } from 'typeorm';
import type { PoolClient } from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Caller } from '../caller.ts';
import { asDatabaseTrouble, mayRunAgain } from './database-trouble.ts';

/** A transaction that lost against another is run this often in all. */
const mostTries = 4;

export interface DatabaseOptions {
  /** The connection of the service's own role. */
  readonly url: string;
  /** The service's schema. */
  readonly schema: string;
  readonly entities: NonNullable<DataSourceOptions['entities']>;
  /** Connections at the most. */
  readonly poolSize?: number;
}

/** Who a transaction acts for; row-level security compares rows with it. */
export interface ActsFor {
  readonly hubId: string;
  readonly memberId: string;
}

/** One service's tables. Every use is a transaction that says for whom it acts; without it, row-level security shows no row. */
export class Database {
  constructor(readonly dataSource: DataSource) {}

  static async connect({ url, schema, entities, poolSize = 10 }: DatabaseOptions): Promise<Database> {
    const dataSource = new DataSource({
      type: 'postgres',
      url,
      schema,
      entities,
      synchronize: false,
      poolSize,
      applicationName: `switchboard-${schema}`,
      connectTimeoutMS: 3_000,
      // Statements of one transaction that do not wait for each other's answers share a round trip.
      extra: {
        pipeline: true,
        statement_timeout: 10_000,
        lock_timeout: 3_000,
        idle_in_transaction_session_timeout: 30_000,
      },
    });
    await dataSource.initialize();
    return new Database(dataSource);
  }

  /** For a caller: rows of that member only. */
  forCaller<T>(caller: Pick<Caller, 'claims'>, work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.forMember(caller.claims, work);
  }

  forMember<T>({ hubId, memberId }: ActsFor, work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.withSettings({ 'swb.hub': hubId, 'swb.member': memberId }, work);
  }

  /** For the service's own declared work (resolving a token, a refresh job): rows of every member. */
  asService<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.withSettings({ 'swb.service': 'on' }, work);
  }

  /** True while a connection answers. */
  async ready(): Promise<boolean> {
    try {
      await this.dataSource.query('SELECT 1');
      return true;
    } catch {
      return false;
    }
  }

  close(): Promise<void> {
    return this.dataSource.destroy();
  }

  private async withSettings<T>(
    settings: Record<string, string>,
    work: (manager: EntityManager) => Promise<T>,
  ): Promise<T> {
    for (let tries = 1; ; tries++) {
      try {
        return await this.transaction(settings, work);
      } catch (error) {
        if (!mayRunAgain(error) || tries >= mostTries) throw asDatabaseTrouble(error);
        await sleep(Math.random() * 50 * tries);
      }
    }
  }

  private async transaction<T>(
    settings: Readonly<Record<string, string>>,
    work: (manager: EntityManager) => Promise<T>,
  ): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    try {
      const begun = await beginWith(runner, settings);
      const result = await work(runner.manager);
      await begun.answer;
      await runner.commitTransaction();
      return result;
    } catch (error) {
      if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
      throw error;
    } finally {
      await runner.release();
    }
  }
}

const setting = { name: 'swb_setting', text: 'SELECT set_config($1, $2, true)' } as const;

/**
 * Begins a transaction, says for whom it acts, and lets the first statement follow at once: one wait instead of three. Where
 * this fails, what follows fails too, or sees no row.
 */
async function beginWith(runner: QueryRunner, settings: Readonly<Record<string, string>>) {
  const client = (await runner.connect()) as PoolClient;
  const { query } = runner;
  let answer: Promise<unknown> = Promise.resolve();
  runner.query = (start: string) => {
    const begun = client.query(start);
    answer = Promise.all([begun, ...Object.entries(settings).map((values) => client.query({ ...setting, values }))]);
    answer.catch(() => undefined);
    return Promise.resolve() as Promise<never>;
  };
  await runner.startTransaction();
  runner.query = query;
  return { answer };
}
