import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { isAlive, isGone } from '../process.ts';

/**
 * Clears the way after a hub that was killed: a PostgreSQL it left running on this folder is stopped, and a pid file whose
 * number now belongs to some other program is removed.
 */
export async function clearLeftover(folder: string): Promise<void> {
  const file = path.join(folder, 'postmaster.pid');
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  if (!Number.isInteger(pid) || pid <= 0 || !isAlive(pid)) return;
  if (!isPostgres(pid)) {
    rmSync(file, { force: true });
    return;
  }
  process.kill(pid, 'SIGINT');
  if (await isGone(pid, 8000)) return;
  process.kill(pid, 'SIGQUIT');
  if (!(await isGone(pid, 2000)))
    throw new Error(`A PostgreSQL (pid ${pid}) still runs on ${folder} and does not stop.`);
}

function isPostgres(pid: number): boolean {
  if (process.platform !== 'linux') return true;
  try {
    return path.basename(readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')[0] ?? '').startsWith('postgres');
  } catch {
    return false;
  }
}
