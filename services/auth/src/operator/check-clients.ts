import type { ClientCheck } from '@switchboard/contracts';
import { createEgress } from '@switchboard/egress';
import type { Settings } from '@switchboard/nest-kit';
import { registrationName } from '@switchboard/provider-kit';
import { providers } from '@switchboard/providers';
import { Secret } from '@switchboard/vault';
import { Catalog } from '../core/catalog.ts';
import { tryClient } from '../providers/try-client.ts';

/** Tries every client that the environment sets, from the command line. @returns what was found, by the name of the registration. */
export async function checkEnvironmentClients(
  settings: Settings,
): Promise<ReadonlyMap<string, Omit<ClientCheck, 'checkedAt'>>> {
  const catalog = new Catalog(providers);
  const found = new Map<string, Omit<ClientCheck, 'checkedAt'>>();
  await using egress = createEgress({ originMap: {}, production: settings.production });
  for (const provider of catalog.all)
    for (const method of Object.keys(provider.auth)) {
      const name = registrationName(provider, method);
      const client = name === undefined || found.has(name) ? undefined : settings.clients[name];
      if (name === undefined || !client) continue;
      const { clientId, clientSecret } = client;
      const secret = clientSecret === undefined ? {} : { clientSecret: new Secret(clientSecret) };
      const chosen = catalog.consent(provider.id, method);
      found.set(name, await tryClient(chosen, { clientId, ...secret, environment: 'live' }, { egress, ...settings }));
    }
  return found;
}
