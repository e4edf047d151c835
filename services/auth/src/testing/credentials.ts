import { createHash } from 'node:crypto';
import { issueCredential, issuedCredentialContext, IssuedCredential } from '@switchboard/contracts';
import type { Caller } from '@switchboard/nest-kit';
import { createBoxKey, openBox } from '@switchboard/vault';
import type { TestAuth } from './start-test-auth.ts';
import { runSql } from './test-database.ts';

/** Asks as `integrations` does, and opens what comes. */
export async function issue(
  auth: Pick<TestAuth, 'ask'>,
  caller: Caller,
  connectionId: string,
  options: { needs?: string[]; rejected?: string } = {},
): Promise<{ token: string; version: number; sealed: string }> {
  const box = createBoxKey();
  const { sealed, version } = await auth.ask(
    issueCredential,
    {
      connectionId: connectionId as never,
      needs: options.needs ?? ['identity'],
      publicKey: box.publicKey,
      purpose: 'action',
      ...(options.rejected && { rejected: options.rejected }),
    },
    caller,
  );
  const opened = openBox(box, sealed, issuedCredentialContext(connectionId)).toString('utf8');
  const { accessToken, apiKey } = IssuedCredential.parse(JSON.parse(opened));
  return { token: accessToken ?? apiKey ?? '', version, sealed };
}

export const digestOf = (token: string): string => createHash('sha256').update(token).digest('base64url');

/** Has the access token run out, by the database's clock. */
export async function expire(auth: TestAuth, connectionId: string): Promise<void> {
  await runSql(
    auth.urlAs('auth'),
    `UPDATE auth.connection SET issued_at = clock_timestamp() - interval '1 hour', access_expires_at = clock_timestamp()
      WHERE id = $1`,
    [connectionId],
  );
}

/** How many rows the audit has of an event. */
export async function audited(auth: TestAuth, event: string): Promise<number> {
  const [row] = await runSql<{ count: string }>(
    auth.ownerUrl,
    'SELECT count(*)::text AS count FROM audit.entry WHERE event = $1',
    [event],
  );
  return Number(row?.count);
}
