import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { SandboxClient } from './sandbox-process.ts';

const Clients = z.array(z.object({ provider: z.string(), clientId: z.string(), clientSecret: z.string() }));

/** The client the sandbox knows us by, for every provider. */
export function sandboxClientsFor(providers: readonly { id: string }[], secret: string): Record<string, SandboxClient> {
  return Object.fromEntries(providers.map(({ id }) => [id, { clientId: 'switchboard-sandbox', clientSecret: secret }]));
}

/** The same from the file that the sandbox was started with. */
export function readSandboxClients(file: string | undefined): Record<string, SandboxClient> {
  if (!file) return {};
  const clients = Clients.parse(JSON.parse(readFileSync(file, 'utf8')));
  return Object.fromEntries(
    clients.map(({ provider, clientId, clientSecret }) => [provider, { clientId, clientSecret }]),
  );
}
