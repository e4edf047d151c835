import { spawn } from 'node:child_process';
import { accessSync, constants, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ChildProcess } from 'node:child_process';
import { programFolders } from '../config.ts';
import { endChild, endingWithUs } from '../process.ts';
import { freePort, portIsFree } from '../ports.ts';

export interface NatsOptions {
  /** Absolute path for the configuration written here and for JetStream's files. */
  readonly folder: string;
  /** Port of loopback to prefer; another is taken when it is held. */
  readonly port?: number;
  /** Configuration that names the users, as `deploy/nats/permissions.conf`; without it everyone may do everything. */
  readonly permissionsFile?: string;
  /** Values for `$NAME` in that file: the users' passwords. */
  readonly environment?: Readonly<Record<string, string>>;
  readonly onExit?: (reason: string) => void;
}

export interface LocalNats {
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  stop(): Promise<void>;
}

/** Where `nats-server` is on this machine, or undefined. */
export function natsServerPath(): string | undefined {
  return programFolders.map((folder) => path.join(folder, 'nats-server')).find(isExecutable);
}

/** @throws where the machine has no nats-server, with the line that gets it. */
export async function startNats(options: NatsOptions): Promise<LocalNats> {
  const binary = natsServerPath();
  if (!binary) throw new Error('nats-server is not installed. Get it with: apt-get install -y nats-server');

  const port = options.port && (await portIsFree(options.port)) ? options.port : await freePort();
  const config = writeConfig(options, port);
  const { command, args } = endingWithUs(binary, ['-c', config]);
  const child = spawn(command, args, {
    env: { ...options.environment },
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true,
  });
  await untilReady(child);

  let stopping = false;
  child.once('exit', (code, signal) => {
    if (!stopping) options.onExit?.(signal ?? `exit code ${code}`);
  });
  return {
    url: `nats://127.0.0.1:${port}`,
    port,
    pid: child.pid ?? 0,
    stop: async () => {
      stopping = true;
      await endChild(child, 'SIGINT', 5000);
    },
  };
}

function writeConfig({ folder, permissionsFile }: NatsOptions, port: number): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = path.join(folder, 'nats.conf');
  const lines = [
    `listen: "127.0.0.1:${port}"`,
    'max_payload: 1MB',
    `jetstream { store_dir: ${JSON.stringify(path.join(folder, 'jetstream'))} }`,
    ...(permissionsFile ? [`include ${JSON.stringify(path.relative(folder, permissionsFile))}`] : []),
  ];
  writeFileSync(file, `${lines.join('\n')}\n`, { mode: 0o600 });
  return file;
}

function untilReady(child: ChildProcess): Promise<void> {
  let said = '';
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new Error(`nats-server did not start within 20 s: ${said.trim()}`));
    }, 20_000);
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said = `${said}${text}`.slice(-4000);
      if (!said.includes('Server is ready')) return;
      clearTimeout(late);
      resolve();
    });
    child.once('error', reject);
    child.once('exit', () => {
      clearTimeout(late);
      reject(new Error(`nats-server did not start: ${said.trim()}`));
    });
  });
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
