import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { serviceNames } from '@switchboard/contracts';
import { natsPasswordVariable } from './bus-server.ts';
import { writeOwnPasswords } from './own-passwords.ts';
import { makeSecrets } from './secrets.ts';

/** The secrets of a deployment: every key, the passwords service by service, and what the bus and the first person need. */
export async function makeOperatorSecrets(folder: string): Promise<{ readonly setupCode: string }> {
  if (existsSync(folder) && readdirSync(folder).length > 0)
    throw new Error(`${folder} is not empty: nothing was changed. Name a new folder.`);
  const secrets = await makeSecrets(folder, {}, 'operator');
  for (const name of serviceNames) writeOwnPasswords(name, secrets);

  const setupCode = randomBytes(16).toString('base64url');
  const bus = serviceNames.map((name) => `${natsPasswordVariable(name)}=${secrets.natsPasswords[name]}\n`);
  writeFileSync(path.join(folder, 'nats.env'), bus.join(''), { mode: 0o600 });
  writeFileSync(path.join(folder, 'setup.env'), `SWB_SETUP_CODE=${setupCode}\n`, { mode: 0o600 });
  return { setupCode };
}
