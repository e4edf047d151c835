import { accessSync, constants, existsSync, statSync, statfsSync } from 'node:fs';
import { portHolder } from '@switchboard/host';
import { natsServerPath, portIsFree } from '@switchboard/local-servers';
import type { Settings } from '@switchboard/nest-kit';
import { runningHub } from '../operator.ts';
import { note, well, wrong } from './finding.ts';
import type { Finding } from './finding.ts';

const leastFreeBytes = 1_000_000_000;

export function checkNode(version = process.versions.node): Finding {
  const major = Number(version.split('.')[0]);
  if (major >= 24) return well('Node', version);
  return wrong('Node', version, 'Install Node 24 or later, or run npm install so that the packaged one is there.');
}

export async function checkPort({ SWB_PORT: port, SWB_HOST: host, SWB_DATA_DIR }: Settings): Promise<Finding> {
  const what = `Port ${port}`;
  if (await portIsFree(port, host)) return well(what, 'free');
  const holder = portHolder(port) ?? 'another program';
  const hub = runningHub(SWB_DATA_DIR);
  if (hub && holder.includes(`pid ${hub.pid})`)) return well(what, `held by this hub, ${holder}`);
  return wrong(what, `held by ${holder}`, 'Stop that program, or set SWB_PORT to a free port.');
}

export function checkDataFolder({ SWB_DATA_DIR: folder }: Settings): Finding {
  const what = 'Data folder';
  if (!existsSync(folder)) return note(what, `${folder} is not there yet`, 'npm start makes it.');
  try {
    accessSync(folder, constants.R_OK | constants.W_OK);
  } catch {
    return wrong(
      what,
      `${folder} cannot be written`,
      `Give it to the user who runs the hub: chown -R "$USER" ${folder}`,
    );
  }
  if ((statSync(folder).mode & 0o077) !== 0) {
    return wrong(what, `${folder} is open to other users`, `Close it: chmod 700 ${folder}`);
  }
  const { bavail, bsize } = statfsSync(folder);
  const free = `${(Number(bavail * bsize) / 1e9).toFixed(1)} GB free`;
  if (bavail * bsize < leastFreeBytes) return wrong(what, free, 'Make room: less than 1 GB is left on its disk.');
  return well(what, `${folder}, ${free}`);
}

export function checkNatsServer({ NATS_URL }: Settings): Finding {
  if (NATS_URL) return well('Bus', `NATS at ${new URL(NATS_URL).host}`);
  const found = natsServerPath();
  if (found) return well('Bus', `in process; nats-server for npm run start:services at ${found}`);
  return note('Bus', 'in process; no nats-server here', 'For npm run start:services: apt-get install -y nats-server');
}
