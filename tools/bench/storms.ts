import path from 'node:path';
import { startPostgres } from '@switchboard/local-servers';
import { startChild } from './child.ts';
import { root, scratchFolder } from './hub.ts';
import { ms, type Row } from './row.ts';

const storm = { calls: 1_000, processes: 4 } as const;
const testing = path.join(root, 'services', 'auth', 'src', 'testing');

interface Storm {
  readonly provider: string;
  readonly calls: number;
  readonly refreshes: number;
  readonly reused: number;
  readonly failures: number;
  readonly slowestMs: number;
}

/** Many calls at the moment of expiry, at each provider whose refresh tokens work once. */
export async function bench(): Promise<Row[]> {
  using scratch = scratchFolder();
  const folder = path.join(scratch.folder, 'postgres');
  const postgres = await startPostgres({ folder, password: 'bench', throwaway: true, maxConnections: 300 });
  try {
    const env = { ...process.env, SWB_TEST_DATABASE_URL: postgres.url() };
    const source = ['--conditions=@switchboard/source', '--import', path.join(testing, 'swc-hooks.mjs')];
    const program = [path.join(testing, 'storm-main.ts'), String(storm.calls), String(storm.processes)];
    const within = { env, cwd: root, withinMs: 300_000 };
    await using child = await startChild([process.execPath, ...source, ...program], /^done .*\n/m, within);
    return (JSON.parse(child.line.slice(5)) as Storm[]).map(rowOf);
  } finally {
    await postgres.stop();
  }
}

function rowOf({ provider, calls, refreshes, reused, failures, slowestMs }: Storm): Row {
  return {
    what: `${provider}: ${calls.toLocaleString('en')} calls at the moment of expiry over four processes`,
    measured: `${refreshes} refresh, ${reused} reuse, ${failures} failures; slowest ${ms(slowestMs)}`,
    bar: '1 refresh, 0 reuse, 0 failures',
    ok: refreshes === 1 && reused === 0 && failures === 0,
  };
}
