import { type ChildProcess, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { writeFileSync } from 'node:fs';
import { z } from 'zod';
import { endProcess } from './end-process.ts';

const Ready = z.object({
  event: z.literal('sandbox.ready'),
  url: z.string(),
  originMap: z.record(z.string(), z.string()),
});
const Failed = z.object({ event: z.literal('sandbox.failed'), message: z.string() });
const readyWithinMs = 30_000;

export interface SandboxClient {
  readonly clientId: string;
  readonly clientSecret: string;
}

export interface SandboxOptions {
  readonly port: number;
  /** Where the sandbox keeps its state between starts. */
  readonly dataFile: string;
  readonly clientsFile: string;
  readonly publicUrl: string;
  readonly clients: Readonly<Record<string, SandboxClient>>;
  readonly onExit: (reason: string) => void;
}

export interface RunningSandbox {
  readonly url: string;
  readonly originMap: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

/** Starts the providers' stand-ins as a process of their own; it ends when this one does, however this one ends. */
export async function startSandbox(options: SandboxOptions): Promise<RunningSandbox> {
  const clients = Object.entries(options.clients).map(([provider, client]) => ({
    provider,
    ...client,
    redirectUris: [`${options.publicUrl}/oauth/${provider}/callback`],
  }));
  writeFileSync(options.clientsFile, JSON.stringify(clients), { mode: 0o600 });
  const main = path.join(path.dirname(createRequire(import.meta.url).resolve('@switchboard/sandbox')), 'main.js');
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', main], {
    env: {
      SWB_SANDBOX_PORT: String(options.port),
      SWB_SANDBOX_DATA: options.dataFile,
      SWB_SANDBOX_CLIENTS: options.clientsFile,
    },
    stdio: ['pipe', 'ignore', 'inherit', 'ipc'],
    detached: true,
  });
  const ready = await untilReady(child);
  let stopping = false;
  child.once('exit', (code, signal) => stopping || options.onExit(signal ?? `exit code ${code}`));
  return {
    url: ready.url,
    originMap: ready.originMap,
    stop: async () => {
      stopping = true;
      await endProcess(child, 3000);
    },
  };
}

function untilReady(child: ChildProcess): Promise<z.infer<typeof Ready>> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new Error('The sandbox did not start within 30 s.'));
    }, readyWithinMs);
    child.on('message', (message) => {
      const ready = Ready.safeParse(message);
      const failed = Failed.safeParse(message);
      if (failed.success) reject(new Error(`The sandbox did not start: ${failed.data.message}`));
      if (!ready.success) return;
      clearTimeout(late);
      resolve(ready.data);
    });
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      clearTimeout(late);
      reject(new Error(`The sandbox did not start (${signal ?? `exit code ${code}`}).`));
    });
  });
}
