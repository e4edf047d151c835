import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { constants } from 'node:os';
import path from 'node:path';

const forwarded = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'];

/** Runs `node args` in the repository with signals and the exit code passed through, as if it had replaced this process. */
export function runInstead(node, args, root) {
  const env = { ...process.env, SWB_PARENT_PID: String(process.pid) };
  env.PATH = [path.dirname(node), env.PATH].join(path.delimiter);
  env.INIT_CWD ??= process.cwd();

  return new Promise((resolve, reject) => {
    const child = spawn(node, args, { cwd: root, env, stdio: 'inherit' });
    for (const signal of forwarded) process.on(signal, () => child.kill(signal));
    endWithNpm(child);
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(code ?? 128 + (constants.signals[signal] ?? 0)));
  });
}

/** When npm itself is killed nobody is left to pass a signal on: what it started ends too. Between npm and us is a shell. */
function endWithNpm(child) {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const grandparent = parentOf(parent);
  setInterval(() => {
    if (process.ppid !== parent || parentOf(parent) !== grandparent) child.kill('SIGTERM');
  }, 1000).unref();
}

function parentOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1).split(' ')[1];
  } catch {
    return undefined;
  }
}
