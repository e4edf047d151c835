import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ServiceName } from '@switchboard/contracts';
import type { Secrets } from './secrets.ts';

/** Writes the passwords of one service, and no other's, into a folder of its own; answers the settings that name them. */
export function writeOwnPasswords(
  name: ServiceName,
  { folder, databasePasswords, natsPasswords }: Pick<Secrets, 'folder' | 'databasePasswords' | 'natsPasswords'>,
) {
  const own = path.join(folder, name);
  mkdirSync(own, { recursive: true, mode: 0o700 });
  const write = (file: string, passwords: Readonly<Record<ServiceName, string>>): string => {
    writeFileSync(path.join(own, file), JSON.stringify({ [name]: passwords[name] }), { mode: 0o600 });
    return path.join(own, file);
  };
  return {
    SWB_DATABASE_PASSWORDS_FILE: write('database.json', databasePasswords),
    SWB_NATS_PASSWORDS_FILE: write('nats.json', natsPasswords),
  };
}
