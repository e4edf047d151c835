import type { EntityManager } from 'typeorm';
import type { Connection } from './connection.entity.ts';

type Account = Pick<Connection, 'memberId' | 'provider' | 'method' | 'environment' | 'subject'>;

/** Whoever stores a connection of an account holds this until the transaction ends: one account never becomes two connections. */
export async function lockAccount(manager: EntityManager, account: Account): Promise<void> {
  const { memberId, provider, method, environment, subject } = account;
  await manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
    `${memberId} ${provider} ${method} ${environment} ${subject}`,
  ]);
}
