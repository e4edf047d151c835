import type { ChildProcess } from 'node:child_process';

/** Asks a child process to end, and after `withinMs` makes it. */
export async function endProcess(child: ChildProcess, withinMs: number): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill('SIGTERM');
  const forced = setTimeout(() => child.kill('SIGKILL'), withinMs);
  await exited;
  clearTimeout(forced);
}
