import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { type ServiceName, serviceNames } from '@switchboard/contracts';
import { freePort } from '@switchboard/local-servers';
import { endProcess } from './end-process.ts';
import type { RunningServices } from './all-in-one.ts';
import type { Environment, Ground } from './ground.ts';
import { writeOwnPasswords } from './own-passwords.ts';
import { supervise } from './supervise.ts';

export interface ServiceProcessOptions {
  readonly ground: Ground;
  /** What the parts started before them are: addresses of the database, the bus and the sandbox. */
  readonly settings: Environment;
  readonly onGiveUp: (message: string) => void;
}

const readyWithinMs = 60_000;
/** Longer than a service takes to drain, shorter than the whole hub may. */
const endsWithinMs = 20_000;
/** What no other service is told: keys, clients of providers, how to become the owner. */
const authOnly = [
  /_CLIENT_(ID|SECRET)$/,
  /^SWB_(OWNER_\w+|SETUP_CODE|SANDBOX_CLIENTS_FILE)$/,
  /^SWB_(KEY_RING|STATEMENT_KEY|API_KEY_SECRET|AUDIT_KEY)_FILE$/,
];

/** Each service in a process of its own that is told only its own secrets (V-9). */
export async function startServiceProcesses(options: ServiceProcessOptions): Promise<RunningServices> {
  const [integrationsPort, assistantPort] = [await freePort(), await freePort()];
  const addresses = {
    SWB_INTEGRATIONS_URL: `http://127.0.0.1:${integrationsPort}`,
    SWB_ASSISTANT_URL: `http://127.0.0.1:${assistantPort}`,
  };
  const ports: Partial<Record<ServiceName, number>> = { integrations: integrationsPort, assistant: assistantPort };
  const running = await Promise.all(
    serviceNames.map((name) => {
      const inner = ports[name] === undefined ? {} : { SWB_INNER_PORT: String(ports[name]) };
      const environment = { ...environmentOf(name, options), ...addresses, ...inner };
      const start = (onExit: (reason: string) => void) => startOne(name, environment, onExit);
      return supervise({ name: `The service ${name}`, start, onGiveUp: options.onGiveUp });
    }),
  );
  return {
    stop: async () => {
      await running.at(-1)?.stop();
      await Promise.all(running.slice(0, -1).map((service) => service.stop()));
    },
  };
}

function environmentOf(
  name: ServiceName,
  { ground, settings }: ServiceProcessOptions,
): Record<string, string | undefined> {
  const { secrets, filled } = ground;
  const hidden = name === 'auth' ? [] : authOnly;
  const told = Object.entries({ ...filled, ...settings }).filter(
    ([setting]) => !hidden.some((one) => one.test(setting)),
  );
  return {
    ...Object.fromEntries(told),
    ...writeOwnPasswords(name, secrets),
    SWB_PARENT_PID: String(process.pid),
  };
}

async function startOne(name: ServiceName, environment: NodeJS.ProcessEnv, onExit: (reason: string) => void) {
  const entry = path.join(import.meta.dirname, 'service.js');
  const child = spawn(process.execPath, ['--enable-source-maps', entry, name], {
    env: environment,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    detached: true,
  });
  await untilReady(name, child);
  let stopping = false;
  child.once('exit', (code, signal) => stopping || onExit(signal ?? `exit code ${code}`));
  return {
    stop: async () => {
      stopping = true;
      await endProcess(child, endsWithinMs);
    },
  };
}

function untilReady(name: ServiceName, child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new Error(`The service ${name} did not start within a minute.`));
    }, readyWithinMs);
    const settle = (done: () => void): void => {
      clearTimeout(late);
      done();
    };
    child.once('message', () => settle(resolve));
    child.once('error', (error) => settle(() => reject(error)));
    child.once('exit', () => settle(() => reject(new Error(`The service ${name} did not start.`))));
  });
}
