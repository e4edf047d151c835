import { HubError, type SecretView } from '@switchboard/contracts';
import type { Caller, Database } from '@switchboard/nest-kit';
import { type EntityManager, In } from 'typeorm';
import { Connection } from '../connections/connection.entity.ts';
import type { CheckedAt } from './secret-checks.ts';
import { StoredSecret } from './secret.entity.ts';
import { secretViews } from './secret-view.ts';

const live = In<Connection['status']>(['active', 'reconnect_required']);

/** A secret of the caller's own, with the connections made with it. @throws HubError `not_found`. */
export function ownSecret(
  database: Database,
  id: string,
  { claims }: Caller,
): Promise<{ row: StoredSecret; connections: Connection[] }> {
  const { hubId, memberId } = claims;
  return database.forMember(claims, async (manager) => {
    const row = await manager.getRepository(StoredSecret).findOneBy({ id, hubId, memberId });
    if (!row) throw new HubError('not_found', 'There is no such secret.');
    return { row, connections: await connectionsWith(manager, id) };
  });
}

/** The same as its person sees it. @throws HubError `not_found`. */
export async function ownSecretView(database: Database, id: string, caller: Caller): Promise<SecretView> {
  const { row } = await ownSecret(database, id, caller);
  const [view] = await database.forMember(caller.claims, (manager) => secretViews(manager, [row]));
  return view as SecretView;
}

/** The connections that live on a secret. */
export const connectionsWith = (manager: EntityManager, secretId: string): Promise<Connection[]> =>
  manager.getRepository(Connection).findBy({ secretId, status: live });

/** Where a secret is tried; undefined of one that is of no known service. */
export const checkedAt = ({ provider, method, settings }: StoredSecret): CheckedAt | undefined =>
  provider ? { provider, settings, ...(method && { method }) } : undefined;

/** Keeps what a live check found. */
export async function remember(
  manager: EntityManager,
  { id, hubId, memberId }: StoredSecret,
  found: { result: NonNullable<StoredSecret['checkResult']>; message: string; account?: string },
): Promise<void> {
  await manager.getRepository(StoredSecret).update(
    { id, hubId, memberId },
    {
      checkResult: found.result,
      checkMessage: found.message,
      checkedAt: () => 'clock_timestamp()',
      ...(found.account && { account: found.account }),
    },
  );
}
