import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from '@switchboard/local-servers';
import { createTestDatabase } from '@switchboard/testing';
import { owner } from './hub.ts';

export interface HubProcess extends AsyncDisposable {
  readonly url: string;
  readonly sandboxUrl: string;
  readonly databaseUrl: string;
  /** The data folder. */
  readonly folder: string;
  /** All that was written to its standard output and error so far. */
  logs(): string;
}

const main = path.join(import.meta.dirname, '../../host/dist/main.js');
const readyWithinMs = 90_000;

/** A hub as `npm run start:services` starts it, its whole output kept. */
export async function startHubProcess(environment: Record<string, string>): Promise<HubProcess> {
  await using stack = new AsyncDisposableStack();
  const folder = mkdtempSync(path.join(tmpdir(), 'switchboard-e2e-'));
  stack.defer(() => rmSync(folder, { recursive: true, force: true }));
  const database = stack.use(await createTestDatabase());
  const child = spawn(process.execPath, ['--enable-source-maps', main, '--services'], {
    env: {
      PATH: process.env['PATH'],
      HOME: folder,
      SWB_DATA_DIR: folder,
      DATABASE_URL: database.url,
      SWB_PORT: String(await freePort()),
      SWB_OWNER_EMAIL: owner.email,
      SWB_OWNER_PASSWORD: owner.password,
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  stack.defer(() => ended(child));
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (said += text));
  const url = await ready(child, () => said);
  const map = JSON.parse(readFileSync(path.join(folder, 'origin-map.json'), 'utf8')) as Record<string, string>;
  const parted = stack.move();
  return {
    url,
    sandboxUrl: new URL(Object.values(map)[0] ?? '').origin,
    databaseUrl: database.url,
    folder,
    logs: () => said,
    [Symbol.asyncDispose]: () => parted.disposeAsync(),
  };
}

async function ready(child: ChildProcess, said: () => string): Promise<string> {
  const end = Date.now() + readyWithinMs;
  for (;;) {
    const url = /Switchboard is ready at (\S+)/.exec(said())?.[1];
    if (url) return new URL(url).origin;
    if (child.exitCode !== null || Date.now() > end) throw new Error(`The hub did not start:\n${said()}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const exit = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await exit;
}
