import { portIsFree } from '@switchboard/local-servers';
import type { Settings } from '@switchboard/nest-kit';
import { portHolder } from './port-holder.ts';

/** Ports looked at after a taken one. */
const tries = 50;

/**
 * The gateway's port. A taken one moves to the next free one only while no live provider is configured and no public address
 * is set: their redirect URIs name the port.
 */
export async function choosePort(settings: Settings): Promise<number> {
  const { SWB_PORT: wanted, SWB_HOST: host } = settings;
  if (await portIsFree(wanted, host)) return wanted;
  const fixed = settings.SWB_PUBLIC_URL !== undefined || Object.keys(settings.clients).length > 0;
  for (let port = wanted + 1; !fixed && port <= Math.min(wanted + tries, 65_535); port += 1) {
    if (await portIsFree(port, host)) return port;
  }
  const holder = portHolder(wanted) ?? 'another program';
  throw new Error(`Port ${wanted} is taken by ${holder}: stop it, or set SWB_PORT to a free port.`);
}
