/** The entry of a process that runs one service over NATS: `node host/dist/service.js <service>`. */
import { readFileSync } from 'node:fs';
import { ServiceName } from '@switchboard/contracts';
import { connectNats } from '@switchboard/nest-kit';
import { environment } from './config.ts';
import { keepHealthFile } from './health-file.ts';
import { serviceDatabaseUrl } from './migrate.ts';
import { ownRuntime, readOriginMap } from './runtime.ts';
import { readSandboxClients } from './sandbox-clients.ts';
import { loadService } from './services.ts';
import { guardProcess } from './guard.ts';
import { onEnd } from './on-end.ts';
import { readSettings } from './read-settings.ts';

const defaultInnerPorts: Partial<Record<ServiceName, number>> = { integrations: 3101, assistant: 3102 };

async function main(): Promise<void> {
  const name = ServiceName.parse(process.argv[2]);
  const settings = readSettings(environment);
  const service = await loadService(name);
  const wire = await connectNats({
    name,
    url: required(settings.NATS_URL, 'NATS_URL'),
    user: name,
    password: passwordOf(name, settings.SWB_NATS_PASSWORDS_FILE),
    secret: readFileSync(required(settings.SWB_INNER_SECRET_FILE, 'SWB_INNER_SECRET_FILE'), 'utf8').trim(),
  });
  const databasePassword = passwordOf(name, settings.SWB_DATABASE_PASSWORDS_FILE);
  const databaseUrl = serviceDatabaseUrl(required(settings.DATABASE_URL, 'DATABASE_URL'), name, databasePassword);
  const facts = {
    settings,
    originMap: readOriginMap(settings.SWB_ORIGIN_MAP),
    sandboxClients: name === 'auth' ? readSandboxClients(settings.SWB_SANDBOX_CLIENTS_FILE) : {},
  };
  const runtime = ownRuntime(name, facts, { databaseUrl, wire });
  guardProcess([databaseUrl, settings.NATS_URL, settings.SWB_INTEGRATIONS_URL, settings.SWB_ASSISTANT_URL], (target) =>
    runtime.log.error({ target }, 'a connection outside egress was refused'),
  );
  const innerPort = settings.SWB_INNER_PORT ?? defaultInnerPorts[name];
  if (innerPort !== undefined) await runtime.streamHost.listen(innerPort, settings.SWB_INNER_HOST);
  const running = await service.start(runtime);
  process.send?.({ event: 'service.ready', name });
  const health = keepHealthFile(settings.SWB_HEALTH_FILE, running);

  onEnd(async () => {
    health.stop();
    await running.close();
    await runtime.streamHost.close();
    await wire.close();
  });
}

function required(value: string | undefined, name: string): string {
  if (!value) throw new Error(`${name} is not set: a service of its own needs it.`);
  return value;
}

function passwordOf(name: ServiceName, file: string | undefined): string {
  const passwords = JSON.parse(readFileSync(required(file, 'the file of passwords'), 'utf8')) as Record<string, string>;
  return required(passwords[name], `the password of ${name} in ${file}`);
}

await main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
