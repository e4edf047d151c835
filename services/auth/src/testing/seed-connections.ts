import { runSql } from './test-database.ts';
import type { TestAuth } from './start-test-auth.ts';

/**
 * Makes many connections of one member without asking any provider; they hold no envelope.
 * @param set SQL expressions by column, `n` being the number of the row.
 */
export async function seedConnections(
  auth: Pick<TestAuth, 'urlAs'>,
  owner: { readonly hubId: string; readonly memberId: string },
  count: number,
  set: Readonly<Record<string, string>> = {},
): Promise<void> {
  const columns: Record<string, string> = {
    id: `overlay(gen_random_uuid()::text placing '7' from 15 for 1)::uuid`,
    hub_id: '$1',
    member_id: '$2',
    provider: `'peer'`,
    environment: `'sandbox'`,
    method: `'oauth'`,
    client_id: `'client'`,
    label: `'Account ' || n`,
    subject: `'seeded-' || n`,
    status: `'active'`,
    requested_features: `'{identity,notes.read}'`,
    features: `'{identity,notes.read}'`,
    granted_scopes: `'{openid,email,notes.read}'`,
    credential_version: '1',
    access_expires_at: `clock_timestamp() + interval '1 hour'`,
    ...set,
  };
  await runSql(
    auth.urlAs('auth'),
    `INSERT INTO auth.connection (${Object.keys(columns).join(', ')})
      SELECT ${Object.values(columns).join(', ')} FROM generate_series(1, ${count}) AS n`,
    [owner.hubId, owner.memberId],
  );
}
