import type { AddressInfo } from 'node:net';
import { systemClock, type SandboxClock } from './kit/clock.ts';
import { createControl } from './kit/control.ts';
import { Faults } from './kit/faults.ts';
import { Quotas } from './kit/quotas.ts';
import { RequestLog } from './kit/request-log.ts';
import { Store } from './kit/store.ts';
import type { SandboxClient } from './kit/world.ts';
import { worlds as factories } from './registry.ts';
import { createServer } from './server.ts';

export type { SandboxClient } from './kit/world.ts';
export type { LoggedRequest } from './kit/request-log.ts';
export type { Fault } from './kit/faults.ts';
export { answerConsent, type ConsentChoice } from './person.ts';

export interface SandboxOptions {
  /** A free port unless given. */
  readonly port?: number;
  readonly host?: '127.0.0.1';
  /** The address others reach it at; `http://127.0.0.1:PORT` unless given. */
  readonly publicUrl?: string;
  /** Keeps accounts, mail, events and grants across restarts; memory only unless given. */
  readonly dataFile?: string;
  readonly clock?: SandboxClock;
  readonly clients: readonly SandboxClient[];
  readonly seed?: number;
}

export interface Sandbox extends AsyncDisposable {
  readonly url: string;
  readonly port: number;
  /** Official origin to where it is served here; what `SWB_ORIGIN_MAP` holds. */
  readonly originMap: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

/** Starts the stand-ins for all providers on one loopback port. */
export async function createSandbox(options: SandboxOptions): Promise<Sandbox> {
  const clock = options.clock ?? systemClock;
  const store = new Store(options.dataFile);
  const log = new RequestLog(clock);
  const faults = new Faults();
  const quotas = new Quotas(clock);
  const worlds = factories.map((create) =>
    create({ store, clock, quotas, seed: options.seed ?? 7, clients: options.clients }),
  );
  const origins = new Map(
    worlds.flatMap((world) =>
      Object.entries(world.origins).map(
        ([origin, handle]) => [new URL(origin).host, { origin, handle, errorBody: world.errorBody }] as const,
      ),
    ),
  );
  const pageHeaders = new Map<string, string>();
  const own = createControl({ worlds, log, faults, quotas, pageHeaders });
  const app = createServer({ origins, log, faults, store, clock, pageHeaders, own });
  await app.listen({ port: options.port ?? 0, host: options.host ?? '127.0.0.1' });

  const { port } = app.server.address() as AddressInfo;
  const url = options.publicUrl ?? `http://127.0.0.1:${port}`;
  const close = async (): Promise<void> => {
    await app.close();
    store.flush();
  };
  return {
    url,
    port,
    originMap: Object.fromEntries([...origins].map(([host, { origin }]) => [origin, `${url}/${host}`])),
    close,
    [Symbol.asyncDispose]: close,
  };
}
