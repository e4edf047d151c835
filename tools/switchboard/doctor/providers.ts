import { lookup } from 'node:dns/promises';
import { checkEnvironmentClients } from '@switchboard/auth';
import { clientSettingNames } from '@switchboard/nest-kit';
import type { Settings } from '@switchboard/nest-kit';
import { registrationsOf } from '@switchboard/provider-kit';
import type { ProviderDeclaration, Registration } from '@switchboard/provider-kit';
import { providers } from '@switchboard/providers';
import { note, well, wrong } from './finding.ts';
import type { Finding } from './finding.ts';

/** The address people and providers use. */
export async function checkPublicAddress({ publicUrl, production }: Settings): Promise<Finding> {
  const what = 'Public address';
  const { protocol, hostname } = new URL(publicUrl);
  const loopback = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  if (protocol === 'http:' && !loopback) {
    return wrong(what, publicUrl, 'Put the hub behind https and set SWB_PUBLIC_URL to that address.');
  }
  if (production && loopback) return wrong(what, publicUrl, 'Set SWB_PUBLIC_URL to the https address people use.');
  if (loopback) return well(what, `${publicUrl}, for this machine only`);
  try {
    await lookup(hostname);
    return well(what, publicUrl);
  } catch {
    return wrong(what, `${hostname} has no address`, 'Make a DNS record for it, or correct SWB_PUBLIC_URL.');
  }
}

/** Per provider: the redirect URI to register, which client would serve it, and what the provider makes of that client. */
export async function checkProviders(settings: Settings): Promise<Finding[]> {
  const tried = await checkEnvironmentClients(settings);
  return providers.flatMap((provider) => {
    const needed = registrationsOf(provider);
    if (needed.length === 0) return [];
    return [
      ...needed.map((registration) => clientOf(registration, settings, tried.get(registration.name))),
      redirectOf(provider, settings),
    ];
  });
}

/** The address to register, whole in the sentence that asks for it, and where. */
export function redirectOf(
  { id, title, setUp }: Pick<ProviderDeclaration, 'id' | 'title' | 'setUp'>,
  { publicUrl }: Pick<Settings, 'publicUrl'>,
): Finding {
  const redirect = `${publicUrl}/oauth/${id}/callback`;
  const where = setUp ? `${title}, in its console ${setUp.consoleUrl}` : title;
  return note(`${title} redirect URI`, redirect, `Register exactly ${redirect} at ${where}`);
}

type Tried = { readonly result: 'works' | 'refused' | 'could_not_tell'; readonly message: string } | undefined;

function clientOf(
  { name, title, provider, secret }: Registration,
  { clients, sandbox }: Settings,
  tried: Tried,
): Finding {
  const names = clientSettingNames({ name });
  const what = name === provider ? `${title} client` : `${title} client ${name}`;
  const set = `Set ${names.id}${secret ? ` and ${names.secret}` : ''}, or use its set-up page.`;
  const seen = `from ${names.id}${tried ? `: ${tried.message}` : ''}`;
  if (clients[name] && tried?.result === 'refused')
    return wrong(what, seen, `Correct ${names.id} and ${names.secret}.`);
  if (clients[name]) return tried?.result === 'works' ? well(what, seen) : note(what, seen);
  return sandbox
    ? note(what, 'none by environment: the sandbox serves it unless one is set in the dashboard', set)
    : wrong(what, 'none by environment, and no sandbox', set);
}
