import { expect, test } from '@jest/globals';
import { HubError } from '@switchboard/contracts';
import { type Database, silentLog } from '@switchboard/nest-kit';
import { ReadLog } from './read-log.ts';
import { RunEntity } from './run.entity.ts';

const read = (id: string): RunEntity => Object.assign(new RunEntity(), { id, status: 'succeeded', output: null });

test('L-1 rows of reads wait while the database is away, and are written once it is back', async () => {
  let away = true;
  let tries = 0;
  const written: string[] = [];
  const manager = {
    query: async (sql: string, [rows]: [string]) => {
      if (sql.includes('INSERT INTO')) for (const { id } of JSON.parse(rows) as { id: string }[]) written.push(id);
    },
  };
  const database = {
    asService: async (work: (with_: typeof manager) => Promise<void>) => {
      tries += 1;
      if (away) throw new HubError('service_unavailable');
      return work(manager);
    },
  } as unknown as Database;
  const log = new ReadLog(database, silentLog());
  for (let at = 0; at < 100; at += 1) log.add(read(`run-${at}`), { actor: 'session:1' });

  await log.flush();
  expect([tries, written]).toEqual([1, []]);

  away = false;
  await log.onApplicationShutdown();
  expect(written).toHaveLength(100);
  expect(written[0]).toBe('run-0');
});
