import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { providers } from '@switchboard/providers';
import type { Ground } from './ground.ts';
import { readOriginMap } from './runtime.ts';
import { sandboxClientsFor } from './sandbox-clients.ts';
import { type RunningSandbox, type SandboxClient, startSandbox } from './sandbox-process.ts';
import { supervise } from './supervise.ts';

/** What is behind the providers that have no live client. */
export interface StandIns {
  readonly originMap: Readonly<Record<string, string>>;
  readonly sandboxClients: Readonly<Record<string, SandboxClient>>;
  /** For services in processes of their own. */
  readonly settings: Readonly<Record<string, string | undefined>>;
}

/** Starts the sandbox where it is wanted; an origin map of the operator's own has the last word. */
export async function startStandIns(
  { asked, folder, secrets, publicUrl }: Ground,
  onGiveUp: (message: string) => void,
  begun: AsyncDisposableStack,
): Promise<StandIns> {
  const given = readOriginMap(asked.SWB_ORIGIN_MAP);
  if (!asked.sandbox) return { originMap: {}, sandboxClients: {}, settings: {} };

  const clients = sandboxClientsFor(providers, secrets.sandboxClientSecret);
  const clientsFile = path.join(secrets.folder, 'sandbox-clients.json');
  const start = (onExit: (reason: string) => void, before: RunningSandbox | undefined) =>
    startSandbox({
      port: before ? Number(new URL(before.url).port) : asked.SWB_SANDBOX_PORT,
      dataFile: folder.within('sandbox.json'),
      clientsFile,
      publicUrl,
      clients,
      onExit,
    });
  const sandbox = await supervise({ name: 'The sandbox', start, onGiveUp });
  begun.defer(() => sandbox.stop());

  const originMap = { ...sandbox.current.originMap, ...given };
  const mapFile = folder.within('origin-map.json');
  writeFileSync(mapFile, JSON.stringify(originMap), { mode: 0o600 });
  const settings = {
    SWB_SANDBOX_URL: sandbox.current.url,
    SWB_SANDBOX_CLIENTS_FILE: clientsFile,
    SWB_ORIGIN_MAP: mapFile,
  };
  return { originMap, sandboxClients: clients, settings };
}
