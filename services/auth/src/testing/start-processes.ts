import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ProcessAnswer, ProcessOptions, ProcessOrder } from './auth-process.ts';

export interface AuthProcess {
  readonly child: ChildProcess;
  order(order: ProcessOrder): Promise<ProcessAnswer>;
}

/** Replicas of the service, each a process of its own on the same database. */
export async function startProcesses(count: number, options: ProcessOptions) {
  const file = path.join(options.folder, 'process.json');
  writeFileSync(file, JSON.stringify(options), { mode: 0o600 });
  const children = Array.from({ length: count }, () =>
    fork(path.join(import.meta.dirname, 'auth-process.ts'), [file], {
      execArgv: ['--conditions=@switchboard/source', '--import', path.join(import.meta.dirname, 'swc-hooks.mjs')],
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    }),
  );
  await Promise.all(children.map((child) => once(child, 'message')));
  const processes = children.map((child): AuthProcess => ({
    child,
    order: async (order) => {
      const answer = once(child, 'message');
      child.send(order);
      return (await answer)[0] as ProcessAnswer;
    },
  }));
  return {
    processes,
    [Symbol.asyncDispose]: async () => {
      const ended = children.filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null);
      await Promise.all(
        ended.map((child) => {
          child.kill('SIGKILL');
          return once(child, 'exit');
        }),
      );
    },
  };
}
