import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { embeddedDatabaseName, secretFiles } from '@switchboard/host';
import { startPostgres } from '@switchboard/local-servers';
import type { LocalPostgres } from '@switchboard/local-servers';
import { parseSettings } from '@switchboard/nest-kit';
import type { Settings } from '@switchboard/nest-kit';
import { registrations } from '@switchboard/providers';
import { CommandError } from './command.ts';

/** The settings a hub would start with here, secrets' files included; where one runs, with the port it took. */
export function operatorSettings(): Settings {
  const from = process.env['INIT_CWD'] ?? process.cwd();
  const root = process.cwd();
  const given = process.env['SWB_DATA_DIR'];
  const dataFolder = given ? path.resolve(from, given) : path.join(root, '.data');
  const files = Object.entries(secretFiles).map(([setting, name]) => {
    const own = process.env[setting];
    return [setting, own ? path.resolve(from, own) : path.join(dataFolder, 'secrets', name)];
  });
  const port = runningHub(dataFolder)?.port;
  const running = port ? { SWB_PORT: String(port) } : {};
  const environment = { ...process.env, ...Object.fromEntries(files), ...running, SWB_DATA_DIR: dataFolder };
  return parseSettings(environment, registrations);
}

export interface OperatorDatabase extends AsyncDisposable {
  readonly ownerUrl: string;
  /** True where a hub runs on it right now. */
  readonly live: boolean;
  /** The embedded server's folder; undefined with `DATABASE_URL`. */
  readonly folder: string | undefined;
}

/** The hub's database as its owner: that of the running hub, or the embedded one started for this command alone. */
export async function openOperatorDatabase(settings: Settings): Promise<OperatorDatabase> {
  if (settings.DATABASE_URL) {
    return {
      ownerUrl: settings.DATABASE_URL,
      live: false,
      folder: undefined,
      [Symbol.asyncDispose]: async () => undefined,
    };
  }
  const folder = path.join(settings.SWB_DATA_DIR, 'postgres');
  const passwordFile = path.join(settings.SWB_DATA_DIR, 'secrets', 'database-owner');
  if (!existsSync(folder) || !existsSync(passwordFile)) {
    throw new CommandError(`There is no hub in ${settings.SWB_DATA_DIR} yet. Start one with: npm start`);
  }
  const password = readFileSync(passwordFile, 'utf8').trim();
  const running = runningHub(settings.SWB_DATA_DIR);
  if (running) {
    const ownerUrl = `postgres://switchboard:${password}@127.0.0.1:${running.databasePort}/${embeddedDatabaseName}`;
    return { ownerUrl, live: true, folder, [Symbol.asyncDispose]: async () => undefined };
  }
  const postgres: LocalPostgres = await startPostgres({ folder, password });
  const stop = () => postgres.stop();
  return { ownerUrl: postgres.url(embeddedDatabaseName), live: false, folder, [Symbol.asyncDispose]: stop };
}

/** The hub that holds the data folder, if one runs. */
export function runningHub(dataFolder: string): { pid: number; port: number; databasePort: number } | undefined {
  const read = (name: string): number => {
    const file = path.join(dataFolder, name);
    return existsSync(file) ? Number.parseInt(readFileSync(file, 'utf8'), 10) : 0;
  };
  const pid = read('hub.pid');
  try {
    if (!pid) return undefined;
    process.kill(pid, 0);
    return { pid, port: read('hub-port'), databasePort: read('postgres-port') };
  } catch {
    return undefined;
  }
}
