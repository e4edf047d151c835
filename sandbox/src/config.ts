import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import type { SandboxOptions } from './index.ts';

const Clients = z.array(
  z.object({
    provider: z.string(),
    clientId: z.string().min(1),
    clientSecret: z.string().min(1),
    redirectUris: z.array(z.url()).min(1),
  }),
);
const Settings = z.object({
  SWB_SANDBOX_PORT: z.coerce.number().int().min(0).max(65_535).default(4010),
  SWB_SANDBOX_DATA: z.string().min(1).optional(),
  SWB_SANDBOX_CLIENTS: z.string().min(1),
});

/** Reads the settings once, from the environment or from `--port`, `--data` and `--clients`. */
export function readConfig(env: NodeJS.ProcessEnv = process.env, args = process.argv.slice(2)): SandboxOptions {
  const { values } = parseArgs({
    args,
    options: { port: { type: 'string' }, data: { type: 'string' }, clients: { type: 'string' } },
  });
  const settings = Settings.parse({
    SWB_SANDBOX_PORT: values.port ?? env.SWB_SANDBOX_PORT,
    SWB_SANDBOX_DATA: values.data ?? env.SWB_SANDBOX_DATA,
    SWB_SANDBOX_CLIENTS: values.clients ?? env.SWB_SANDBOX_CLIENTS,
  });
  return {
    port: settings.SWB_SANDBOX_PORT,
    ...(settings.SWB_SANDBOX_DATA && { dataFile: settings.SWB_SANDBOX_DATA }),
    clients: Clients.parse(JSON.parse(readFileSync(settings.SWB_SANDBOX_CLIENTS, 'utf8'))),
  };
}
