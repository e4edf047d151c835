/** The entry that brings a database to what the services need and ends: `node host/dist/migrate-main.js`. */
import { readFileSync } from 'node:fs';
import type { ServiceName } from '@switchboard/contracts';
import { environment } from './config.ts';
import { migrate } from './migrate.ts';
import { loadServices } from './services.ts';
import { readSettings } from './read-settings.ts';

async function main(): Promise<void> {
  const settings = readSettings(environment);
  const { DATABASE_URL: url, SWB_DATABASE_OWNER_PASSWORD_FILE: ownerFile } = settings;
  if (!url) throw new Error('DATABASE_URL is not set: there is no database to migrate.');
  const owner = new URL(url);
  if (ownerFile) owner.password = readFileSync(ownerFile, 'utf8').trim();
  const passwords = readFileSync(settings.SWB_DATABASE_PASSWORDS_FILE ?? '', 'utf8');
  await migrate(owner.href, await loadServices(), JSON.parse(passwords) as Record<ServiceName, string>);
  process.stdout.write('The database is up to date.\n');
}

await main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
