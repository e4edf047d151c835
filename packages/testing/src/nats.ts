import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { natsServerPath, startNats } from '@switchboard/local-servers';
import type { LocalNats, NatsOptions } from '@switchboard/local-servers';

export interface TestNats extends LocalNats, AsyncDisposable {}

/** True where this machine has nats-server; says once, loudly, what gets it where it does not. */
export function natsAvailable(): boolean {
  if (natsServerPath()) return true;
  process.stderr.write(
    '\n*** LEFT OUT: the suites over real NATS. Get nats-server with: apt-get install -y nats-server ***\n\n',
  );
  return false;
}

/** A nats-server of its own on a free port of loopback, stopped with `await using`. */
export async function startTestNats(options: Omit<NatsOptions, 'folder'> = {}): Promise<TestNats> {
  const folder = mkdtempSync(path.join(tmpdir(), 'switchboard-nats-'));
  const nats = await startNats({ ...options, folder });
  return {
    ...nats,
    [Symbol.asyncDispose]: async () => {
      await nats.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
