import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { endingWithUs } from '../process.ts';
import type { Binaries } from './binaries.ts';
import type { DataFolder } from './data-folder.ts';
import type { RunAs } from './run-as.ts';

export interface ServerOptions {
  readonly port: number;
  /** For data that may be lost: nothing is flushed to disk. */
  readonly throwaway: boolean;
  readonly maxConnections: number;
}

const startsWithinMs = 60_000;

/** Starts the server and waits until it takes connections; its last words are the error when it does not. */
export async function runServer(
  binaries: Binaries,
  folder: DataFolder,
  user: RunAs | undefined,
  options: ServerOptions,
): Promise<ChildProcess> {
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    port: options.port,
    max_connections: options.maxConnections,
    shared_buffers: '32MB',
    max_wal_size: '256MB',
    log_min_messages: 'warning',
    log_statement: 'none',
    ...(options.throwaway && { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', autovacuum: 'off' }),
  };
  const args = [
    '-D',
    folder.asSeenInside,
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ];
  const { command, args: all } = endingWithUs(binaries.postgres, args);
  const child = spawn(command, all, {
    ...user,
    cwd: '/',
    env: { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC', LD_LIBRARY_PATH: binaries.libraries },
    stdio: ['ignore', 'ignore', 'pipe', ...folder.descriptors],
    detached: true,
  });
  await untilReady(child);
  return child;
}

function untilReady(child: ChildProcess): Promise<void> {
  let said = '';
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => {
      child.kill('SIGQUIT');
      reject(new Error(`PostgreSQL did not start within a minute: ${said.trim()}`));
    }, startsWithinMs);
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said = `${said}${text}`.slice(-4000);
      if (!said.includes('ready to accept connections')) return;
      clearTimeout(late);
      resolve();
    });
    child.once('error', reject);
    child.once('exit', () => {
      clearTimeout(late);
      reject(new Error(`PostgreSQL did not start: ${said.trim()}`));
    });
  });
}
