import { lookup } from 'node:dns/promises';
import type { Settings } from '@switchboard/nest-kit';
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

/** Per provider: the redirect URI to register, and which client would serve it. */
export function checkProviders(settings: Settings): Finding[] {
  return providers.flatMap(({ id, title }) => {
    const redirect = `${settings.publicUrl}/oauth/${id}/callback`;
    const name = id.toUpperCase();
    const values: Readonly<Record<string, unknown>> = { ...settings };
    const [clientId, secret] = [values[`${name}_CLIENT_ID`], values[`${name}_CLIENT_SECRET`]];
    const client =
      clientId && secret
        ? well(`${title} client`, `from ${name}_CLIENT_ID`)
        : settings.sandbox
          ? note(
              `${title} client`,
              'none by environment: the sandbox serves it unless one is set in the dashboard',
              `For the real ${title}: set ${name}_CLIENT_ID and ${name}_CLIENT_SECRET, or use its set-up page.`,
            )
          : wrong(
              `${title} client`,
              'none by environment, and no sandbox',
              `Set ${name}_CLIENT_ID and ${name}_CLIENT_SECRET, or use its set-up page.`,
            );
    return [client, note(`${title} redirect URI`, redirect, `Register exactly this at ${title}.`)];
  });
}
