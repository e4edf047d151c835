import type { HubService, Settings } from '@switchboard/nest-kit';
import { startAllInOne } from './all-in-one.ts';
import { startBus } from './bus-server.ts';
import { type HubDatabase, openDatabase } from './database.ts';
import { type Environment, type Ground, layGround } from './ground.ts';
import { migrate, serviceDatabaseUrl } from './migrate.ts';
import { startServiceProcesses } from './service-processes.ts';
import { loadServices } from './services.ts';
import { needsOwner } from './needs-owner.ts';
import { type StandIns, startStandIns } from './stand-ins.ts';
import { readSettings } from './read-settings.ts';

export interface HubOptions {
  /** `together`: one process, in-process bus. `apart`: a process per service over NATS. */
  readonly shape: 'together' | 'apart';
  /** A part of the hub ended and could not be started again. */
  readonly onFailure: (message: string) => void;
}

export interface Hub {
  /** Where people find it; with the one-time code in the fragment while it has no owner. */
  readonly address: string;
  /** Every setting, those that were left open filled in. */
  readonly settings: Settings;
  readonly ownerDatabaseUrl: string;
  /** Ends everything in reverse order. */
  stop(): Promise<void>;
}

/** Starts everything a hub is made of; when a part cannot start, what was started before it ends again. */
export async function startHub(environment: Environment, options: HubOptions): Promise<Hub> {
  await using begun = new AsyncDisposableStack();
  const ground = await layGround(environment, begun);
  const { asked, secrets, folder } = ground;
  const [database, standIns, services] = await allStarted([
    openDatabase(
      folder,
      { given: asked.DATABASE_URL, password: secrets.databaseOwner, onGiveUp: options.onFailure },
      begun,
    ),
    startStandIns(ground, options.onFailure, begun),
    loadServices(),
  ]);
  await migrate(database.ownerUrl, services, secrets.databasePasswords);
  const parts = { ground, database, standIns };
  const settings = readSettings({ ...ground.filled, ...standIns.settings });
  if (options.shape === 'together') await startTogether(parts, settings, services, begun);
  else await startApart(parts, settings, options, begun);

  const { publicUrl, SWB_SETUP_CODE: code } = settings;
  const address = (await needsOwner(settings)) ? `${publicUrl}/#setup=${code}` : publicUrl;
  const parted = begun.move();
  return { address, settings, ownerDatabaseUrl: database.ownerUrl, stop: () => parted.disposeAsync() };
}

interface Parts {
  readonly ground: Ground;
  readonly database: HubDatabase;
  readonly standIns: StandIns;
}

async function startTogether(
  { ground, database, standIns }: Parts,
  settings: Settings,
  services: readonly HubService[],
  begun: AsyncDisposableStack,
): Promise<void> {
  const { databasePasswords } = ground.secrets;
  const { originMap, sandboxClients } = standIns;
  const running = await startAllInOne(services, { settings, originMap, sandboxClients }, (name) =>
    serviceDatabaseUrl(database.ownerUrl, name, databasePasswords[name]),
  );
  begun.defer(() => running.stop());
}

async function startApart(
  { ground, database, standIns }: Parts,
  settings: Settings,
  options: HubOptions,
  begun: AsyncDisposableStack,
): Promise<void> {
  const natsUrl = settings.NATS_URL ?? (await startBus(ground, options.onFailure, begun));
  const bare = new URL(database.ownerUrl);
  bare.username = bare.password = '';
  const running = await startServiceProcesses({
    ground,
    settings: { ...standIns.settings, NATS_URL: natsUrl, DATABASE_URL: bare.href },
    onGiveUp: options.onFailure,
  });
  begun.defer(() => running.stop());
}

/** Waits for all even where one fails, so that what has started by then is known and can be ended. */
async function allStarted<T extends readonly unknown[]>(starting: {
  [Key in keyof T]: Promise<T[Key]> | T[Key];
}): Promise<T> {
  await Promise.allSettled(starting);
  return (await Promise.all(starting)) as unknown as T;
}
