import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import path from 'node:path';
import { freePort } from '@switchboard/local-servers';
import { startChild } from './child.ts';
import { root, scratchFolder, startBenchHub } from './hub.ts';
import { type Row, seconds } from './row.ts';

const idleMs = 20_000;

/** The second `npm start` on one data folder, and what the hub holds in memory when nothing happens. */
export async function bench(): Promise<Row[]> {
  using scratch = scratchFolder();
  const env = { ...process.env, SWB_DATA_DIR: path.join(scratch.folder, 'data'), SWB_PORT: String(await freePort()) };
  const start = () => startChild(['npm', 'start'], /ready at \S+/, { env, cwd: root });
  await (await start())[Symbol.asyncDispose]();
  const times: number[] = [];
  for (let round = 0; round < 3; round++) {
    const began = performance.now();
    const hub = await start();
    times.push(performance.now() - began);
    await hub[Symbol.asyncDispose]();
  }
  const readyMs = times.sort((a, b) => a - b)[1] ?? Number.NaN;
  const megabytes = await idleMemory();
  return [
    { what: 'second start to ready', measured: seconds(readyMs), bar: '5 s', ok: readyMs <= 5_000 },
    {
      what: 'resident memory idle, all in one, without PostgreSQL and sandbox',
      measured: `${megabytes.toFixed(0)} MB`,
      bar: '260 MB',
      ok: megabytes <= 260,
    },
  ];
}

async function idleMemory(): Promise<number> {
  using scratch = scratchFolder();
  await using hub = await startBenchHub('together', scratch.folder);
  await sleep(idleMs);
  const status = readFileSync(`/proc/${hub.pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
}
