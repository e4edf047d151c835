import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseSettings } from '@switchboard/nest-kit';
import pg from 'pg';
import { openOperatorDatabase } from '../switchboard/operator.ts';
import { type BenchHub, owner, scratchFolder, startBenchHub } from './hub.ts';
import { runLoad } from './load-plan.ts';
import { ms, percentile, type Row } from './row.ts';
import { Session } from './session.ts';

const count = 10_000;
const bars = { tickMs: 1_000, listMs: 100 } as const;
const steadily = { kind: 'steady', perSecond: 5, warmUpMs: 3_000, forMs: 20_000 } as const;

/** One person with ten thousand connections: their list, and a look of upkeep at all of them being due. */
export async function bench(): Promise<Row[]> {
  using scratch = scratchFolder();
  await using hub = await startBenchHub('together', scratch.folder);
  const settings = parseSettings({ SWB_DATA_DIR: path.join(scratch.folder, 'data') });
  await using database = await openOperatorDatabase(settings);
  const client = new pg.Client({ connectionString: database.ownerUrl });
  await client.connect();
  try {
    await client.query(`SELECT set_config('swb.service', 'on', false)`);
    await client.query(seed);
    await client.query('ANALYZE auth.connection');
    return [await lists(hub), await ticks(client)];
  } finally {
    await client.end();
  }
}

async function lists(hub: BenchHub): Promise<Row> {
  const session = await Session.begin(hub.url, owner);
  const { key } = await session.post<{ key: string }>('/api/v1/api-keys', { name: 'b', scopes: ['connections:read'] });
  const headers = { authorization: `Bearer ${key}` };
  const list = `${hub.url}/api/v1/connections?limit=100`;
  const next = await afterHalf(list, headers);
  const [first, middle] = await runLoad({
    ...steadily,
    targets: [
      { url: list, headers },
      { url: `${list}&cursor=${next}`, headers },
    ],
  });
  const p95 = Math.max(percentile(first!.latencies, 0.95), percentile(middle!.latencies, 0.95));
  const failed = first!.failed + middle!.failed;
  return {
    what: `${count.toLocaleString('en')} connections: a page of the list, first and in the middle`,
    measured: failed > 0 ? `${failed} failed` : `p95 ${ms(p95)}`,
    bar: `p95 ${bars.listMs} ms`,
    ok: failed === 0 && p95 <= bars.listMs,
  };
}

/** A cursor in the middle of the list. */
async function afterHalf(list: string, headers: Record<string, string>): Promise<string> {
  let cursor = '';
  for (let page = 0; page < count / 200; page++) {
    const answer = await fetch(cursor ? `${list}&cursor=${cursor}` : list, { headers });
    cursor = ((await answer.json()) as { nextCursor?: string }).nextCursor ?? cursor;
  }
  return cursor;
}

/** Of two looks at which every connection is due, the slower. */
async function ticks(client: pg.Client): Promise<Row> {
  const times: number[] = [];
  for (let round = 0; round < 2; round++) {
    await client.query(`UPDATE auth.connection SET keep_at = clock_timestamp() WHERE label LIKE 'Bench %'`);
    const { rows } = await client.query<{ now: Date }>('SELECT clock_timestamp() AS now');
    times.push(await nextTick(client, rows[0]!.now));
  }
  const slowest = Math.max(...times);
  return {
    what: `${count.toLocaleString('en')} connections: upkeep tick with all of them due`,
    measured: ms(slowest),
    bar: `${bars.tickMs} ms`,
    ok: slowest <= bars.tickMs,
  };
}

async function nextTick(client: pg.Client, after: Date): Promise<number> {
  for (let waited = 0; waited < 180; waited++) {
    const { rows } = await client.query<{ took: number }>(
      `SELECT extract(epoch FROM completed_on - started_on)::float8 * 1000 AS took FROM jobs.job
        WHERE name = 'upkeep-tick' AND state = 'completed' AND started_on > $1 ORDER BY started_on LIMIT 1`,
      [after],
    );
    if (rows[0]) return rows[0].took;
    await sleep(1_000);
  }
  throw new Error('Upkeep did not look within three minutes.');
}

const seed = `INSERT INTO auth.connection (id, hub_id, member_id, provider, environment, method, client_id, label, subject,
    email, status, requested_features, features, granted_scopes, credential_version, access_expires_at, created_at)
  SELECT overlay(gen_random_uuid()::text placing '7' from 15 for 1)::uuid, m.hub_id, m.id, 'google', 'sandbox', 'oauth',
    'bench', 'Bench ' || n, 'bench-' || n, 'bench-' || n || '@example.com', 'active', '{identity,mail.read,calendar.read}',
    '{identity,mail.read,calendar.read}', '{openid,email}', 1, clock_timestamp() + interval '1 hour',
    clock_timestamp() - n * interval '1 minute'
  FROM auth.member m, generate_series(1, ${count}) AS n WHERE m.role = 'owner'`;
