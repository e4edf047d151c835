import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Hub, startHub } from '@switchboard/host';
import { freePort } from '@switchboard/local-servers';
import { createTestDatabase } from '@switchboard/testing';

export type Shape = 'together' | 'apart';

export const owner = { email: 'ada@example.com', password: 'a long walk by the sea' };

export interface TestHub extends AsyncDisposable {
  readonly hub: Hub;
  readonly url: string;
  readonly sandboxUrl: string;
}

/** `SWB_TEST_SHAPE=apart` runs the suites that are content with one process over NATS, a process per service. */
export const usualShape: Shape = process.env['SWB_TEST_SHAPE'] === 'apart' ? 'apart' : 'together';

/** The whole hub on a database and a data folder of its own, with an owner who is set up already. */
export async function startTestHub(
  shape: Shape,
  environment: Record<string, string | undefined> = {},
): Promise<TestHub> {
  const stack = new AsyncDisposableStack();
  const folder = mkdtempSync(path.join(tmpdir(), 'switchboard-e2e-'));
  stack.defer(() => rmSync(folder, { recursive: true, force: true }));
  const database = stack.use(await createTestDatabase());
  const failures: string[] = [];
  const settings = {
    SWB_DATA_DIR: folder,
    DATABASE_URL: database.url,
    SWB_PORT: String(await freePort()),
    SWB_OWNER_EMAIL: owner.email,
    SWB_OWNER_PASSWORD: owner.password,
    LOG_LEVEL: 'error',
    ...environment,
  };
  const hub = await startHub(settings, { shape, onFailure: (message) => failures.push(message) });
  stack.defer(() => hub.stop());
  return {
    hub,
    url: hub.settings.publicUrl,
    sandboxUrl: hub.settings.SWB_SANDBOX_URL ?? '',
    [Symbol.asyncDispose]: async () => {
      await stack.disposeAsync();
      if (failures.length > 0) throw new Error(failures.join('\n'));
    },
  };
}
