import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from '@switchboard/local-servers';
import { startChild, startScript } from './child.ts';
import { Session } from './session.ts';

export const root = path.join(import.meta.dirname, '..', '..');
export const owner = { email: 'ada@example.com', password: 'a long walk by the sea' };

export interface BenchHub extends AsyncDisposable {
  readonly url: string;
  /** The process of the hub; of all services where they run together. */
  readonly pid: number;
  readonly readyMs: number;
  /** The provider behind the hub, called directly. */
  readonly standInUrl: string;
}

/** A data folder that is gone afterwards. */
export function scratchFolder(): { folder: string } & Disposable {
  const folder = mkdtempSync(path.join(tmpdir(), 'switchboard-bench-'));
  return {
    folder,
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 }),
  };
}

export async function startBenchHub(shape: 'together' | 'apart', dataFolder: string): Promise<BenchHub> {
  const stack = new AsyncDisposableStack();
  try {
    const standIn = stack.use(await startScript('stand-in.ts', [], /http:\S+/));
    const map = path.join(dataFolder, 'bench-origins.json');
    writeFileSync(map, JSON.stringify({ 'https://gmail.googleapis.com': standIn.line }));
    const port = await freePort();
    const env = {
      ...process.env,
      SWB_DATA_DIR: path.join(dataFolder, 'data'),
      SWB_PORT: String(port),
      SWB_OWNER_EMAIL: owner.email,
      SWB_OWNER_PASSWORD: owner.password,
      SWB_ORIGIN_MAP: map,
      SWB_REQUESTS_PER_MINUTE: '1000000',
    };
    const started = performance.now();
    const main = path.join(root, 'host', 'dist', 'main.js');
    const profile = process.env['SWB_BENCH_NODE_OPTIONS']?.split(' ') ?? [];
    const command = [process.execPath, ...profile, main, ...(shape === 'apart' ? ['--services'] : [])];
    const hub = stack.use(await startChild(command, /ready at \S+/, { env, cwd: root }));
    const readyMs = performance.now() - started;
    const url = new URL(hub.line.slice('ready at '.length)).origin;
    const pid = hub.process.pid ?? 0;
    return { url, pid, readyMs, standInUrl: standIn.line, [Symbol.asyncDispose]: () => stack.disposeAsync() };
  } catch (error) {
    await stack.disposeAsync();
    throw error;
  }
}

/** An account connected through the sandbox, and a key that may use it. */
export async function prepareConnection(hub: BenchHub) {
  const session = await Session.begin(hub.url, owner);
  const connectionId = await session.connect(['mail.read', 'mail.modify']);
  const scopes = ['actions:read', 'actions:write', 'proxy:use', 'files:use'];
  const { key } = await session.post<{ key: string }>('/api/v1/api-keys', { name: 'bench', scopes });
  return { connectionId, headers: { authorization: `Bearer ${key}` } };
}
