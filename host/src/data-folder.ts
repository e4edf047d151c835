import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Time the hub that was here before gets to finish ending. */
const waitForPreviousMs = 12_000;

export interface DataFolder {
  readonly path: string;
  within(...names: string[]): string;
  release(): void;
}

/** Makes the folder, closed to other users, and holds it: one hub at a time. A lock left by a killed hub does not count. */
export async function holdDataFolder(folder: string, waitMs = waitForPreviousMs): Promise<DataFolder> {
  const root = path.resolve(folder);
  mkdirSync(root, { recursive: true, mode: 0o700 });
  chmodSync(root, 0o700);
  const lock = path.join(root, 'hub.pid');
  const until = performance.now() + waitMs;
  for (let holder = holderOf(lock); holder; holder = holderOf(lock)) {
    if (performance.now() > until)
      throw new Error(`Another hub already runs on ${root} (pid ${holder}); stop it first.`);
    await sleep(200);
  }
  writeFileSync(lock, `${process.pid} ${birthOf(process.pid)}`, { mode: 0o600 });
  return {
    path: root,
    within: (...names) => path.join(root, ...names),
    release: () => rmSync(lock, { force: true }),
  };
}

/** The process that wrote the lock, if it still runs; a number that some other process has by now does not count. */
function holderOf(lock: string): number | undefined {
  const [pid = 0, bornAt] = readText(lock)?.split(' ').map(Number) ?? [];
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid || !isAlive(pid)) return undefined;
  return bornAt === undefined || bornAt === birthOf(pid) ? pid : undefined;
}

/** When a process began, in the system's own ticks; 0 where the system does not tell. */
function birthOf(pid: number): number {
  const afterName = readText(`/proc/${pid}/stat`)?.split(') ').at(-1);
  return Number(afterName?.split(' ')[19] ?? 0);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
