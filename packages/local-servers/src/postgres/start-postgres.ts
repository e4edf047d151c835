import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { endChild } from '../process.ts';
import { freePort, portIsFree } from '../ports.ts';
import { findBinaries } from './binaries.ts';
import { openDataFolder } from './data-folder.ts';
import { clusterMark, hasCluster, initCluster } from './init-cluster.ts';
import { clearLeftover } from './leftover.ts';
import { unprivilegedUser } from './run-as.ts';
import { runServer } from './server.ts';

export interface PostgresOptions {
  /** Absolute path of the cluster; made on first use. */
  readonly folder: string;
  /** Of the owner role `switchboard`; kept by the cluster since its first start. */
  readonly password: string;
  /** Loopback port to prefer; another is taken when it is held. */
  readonly port?: number;
  /** That port or none: others know it already. */
  readonly exactPort?: boolean;
  /** For tests: faster, and lost when the machine stops. */
  readonly throwaway?: boolean;
  readonly maxConnections?: number;
  /** Called when the server ends without being asked to. */
  readonly onExit?: (reason: string) => void;
}

export interface LocalPostgres {
  /** Connects as the owner `switchboard` to the database `switchboard`, or to `name`. */
  url(name?: string): string;
  readonly port: number;
  readonly pid: number;
  /** True when this start made the cluster. */
  readonly created: boolean;
  /** Ends open sessions and writes everything down; within `withinMs`, 8 s unless told. */
  stop(withinMs?: number): Promise<void>;
}

/** Starts the packaged PostgreSQL on loopback, as root or not, after a crash, beside others. */
export async function startPostgres(options: PostgresOptions): Promise<LocalPostgres> {
  const { password } = options;
  const target = path.resolve(options.folder);
  const user = unprivilegedUser();
  const folder = openDataFolder(target, user);
  await clearLeftover(target);
  const binaries = findBinaries(user);
  const created = !hasCluster(target);
  if (created) await initCluster(binaries, folder, user, password);
  if (created && options.throwaway) trustLoopback(target);

  const { port: preferred, exactPort } = options;
  const wanted = preferred && (exactPort || (await portIsFree(preferred))) ? preferred : undefined;
  const port = wanted ?? (await freePort());
  const { throwaway = false, maxConnections = 100 } = options;
  const child = await runServer(binaries, folder, user, { port, throwaway, maxConnections });
  if (created) writeFileSync(path.join(target, clusterMark), '');

  let stopping = false;
  child.once('exit', (code, signal) => {
    folder.close();
    if (!stopping) options.onExit?.(signal ?? `exit code ${code}`);
  });
  return {
    url: (name = 'postgres') => `postgres://switchboard:${encodeURIComponent(password)}@127.0.0.1:${port}/${name}`,
    port,
    pid: child.pid ?? 0,
    created,
    stop: async (withinMs = 8000) => {
      stopping = true;
      await endChild(child, 'SIGINT', withinMs);
    },
  };
}

/** Roles belong to a whole cluster: hubs of tests that share one may each give a role another password. */
function trustLoopback(target: string): void {
  writeFileSync(path.join(target, 'pg_hba.conf'), 'host all all 127.0.0.1/32 trust\n');
}
