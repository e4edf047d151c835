import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { freePort } from '@switchboard/local-servers';
import { startChild } from './child.ts';
import { root, scratchFolder } from './hub.ts';
import { type Row, seconds } from './row.ts';

/** From a clone of what is committed, with nothing installed, to the address; npm's share apart from ours. */
export async function bench(): Promise<Row[]> {
  using scratch = scratchFolder();
  const clone = path.join(scratch.folder, 'switchboard');
  execFileSync('git', ['clone', '--quiet', '--no-hardlinks', root, clone], { stdio: 'ignore' });
  const env = { ...process.env, SWB_PORT: String(await freePort()), SWB_DATA_DIR: path.join(scratch.folder, 'data') };
  const began = performance.now();
  await using hub = await startChild(['npm', 'start'], /ready at \S+/, { env, cwd: clone, withinMs: 600_000 });
  const allMs = performance.now() - began;
  const npmMs = Number(/Packages installed in (\d+) s/.exec(hub.said)?.[1] ?? 0) * 1000;
  const oursMs = allMs - npmMs;
  return [
    {
      what: 'fresh clone to the address, of which ours',
      measured: `${seconds(allMs)}, of which ours ${seconds(oursMs)}`,
      bar: '150 s, ours 15 s',
      ok: allMs <= 150_000 && oursMs <= 15_000,
    },
  ];
}
