import type { OperatorOptions } from '@switchboard/auth';
import { ensureSecrets, serviceDatabaseUrl } from '@switchboard/host';
import { openOperatorDatabase, operatorSettings } from './operator.ts';

/** Runs work with what only `auth` may read: its files, and its own role in the hub's database. */
export async function asAuth<T>(work: (options: OperatorOptions) => Promise<T>): Promise<T> {
  const settings = operatorSettings();
  await using database = await openOperatorDatabase(settings);
  const { databasePasswords } = await ensureSecrets(settings.SWB_DATA_DIR, { ...process.env, ...filesOf(settings) });
  // Awaited here: the database is stopped when this function is left.
  return await work({ settings, databaseUrl: serviceDatabaseUrl(database.ownerUrl, 'auth', databasePasswords.auth) });
}

function filesOf(settings: OperatorOptions['settings']): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(settings).filter(([name]) => name.endsWith('_FILE'))) as Record<
    string,
    string
  >;
}
