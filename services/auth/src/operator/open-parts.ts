import { Database, type Settings } from '@switchboard/nest-kit';
import { entities } from '../database/entities.ts';

/** What an operator's command works on: the settings of the hub and `auth`'s own access to the database. */
export interface OperatorOptions {
  readonly settings: Settings;
  /** Of `auth`'s role. */
  readonly databaseUrl: string;
}

/** Runs work with the service's tables open, beside a hub that may be running. */
export async function withDatabase<T>(
  { databaseUrl }: OperatorOptions,
  work: (database: Database) => Promise<T>,
): Promise<T> {
  const database = await Database.connect({ url: databaseUrl, schema: 'auth', entities, poolSize: 2 });
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}
