import type { EntityManager } from 'typeorm';

interface Owner {
  readonly hubId: string;
  readonly memberId: string;
}

/** The features for which each of a member's connections is the default account. */
export async function allDefaultsOf(manager: EntityManager, owner: Owner): Promise<ReadonlyMap<string, string[]>> {
  const rows = (await manager.query(
    'SELECT feature, connection_id FROM auth.connection_default WHERE hub_id = $1 AND member_id = $2 ORDER BY feature',
    [owner.hubId, owner.memberId],
  )) as { feature: string; connection_id: string }[];
  const found = new Map<string, string[]>();
  for (const row of rows) found.set(row.connection_id, [...(found.get(row.connection_id) ?? []), row.feature]);
  return found;
}

export const defaultsOf = async (manager: EntityManager, owner: Owner, connectionId: string): Promise<string[]> =>
  (await allDefaultsOf(manager, owner)).get(connectionId) ?? [];

/** Makes a connection the default for exactly these features; without `replace` only for those that have none yet. */
export async function makeDefault(
  manager: EntityManager,
  owner: Owner,
  connectionId: string,
  features: readonly string[],
  { replace }: { readonly replace: boolean },
): Promise<void> {
  if (replace)
    await manager.query(
      'DELETE FROM auth.connection_default WHERE hub_id = $1 AND member_id = $2 AND connection_id = $3 AND NOT feature = ANY($4)',
      [owner.hubId, owner.memberId, connectionId, features],
    );
  await manager.query(
    `INSERT INTO auth.connection_default (hub_id, member_id, feature, connection_id)
      SELECT $1, $2, unnest($3::text[]), $4
      ON CONFLICT (hub_id, member_id, feature) ${replace ? 'DO UPDATE SET connection_id = excluded.connection_id' : 'DO NOTHING'}`,
    [owner.hubId, owner.memberId, features, connectionId],
  );
}

/** Gives what a connection was the default for to the member's oldest other one that can do it. */
export async function passOnDefaults(manager: EntityManager, owner: Owner, connectionId: string): Promise<void> {
  await manager.query(
    'DELETE FROM auth.connection_default WHERE hub_id = $1 AND member_id = $2 AND connection_id = $3',
    [owner.hubId, owner.memberId, connectionId],
  );
  await manager.query(
    `INSERT INTO auth.connection_default (hub_id, member_id, feature, connection_id)
      SELECT DISTINCT ON (f.feature) c.hub_id, c.member_id, f.feature, c.id
        FROM auth.connection c CROSS JOIN unnest(c.features) AS f(feature)
        WHERE c.hub_id = $1 AND c.member_id = $2 AND c.id <> $3 AND c.status IN ('active', 'reconnect_required')
        ORDER BY f.feature, c.created_at
      ON CONFLICT (hub_id, member_id, feature) DO NOTHING`,
    [owner.hubId, owner.memberId, connectionId],
  );
}
