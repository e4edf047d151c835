import type { Environment } from '@switchboard/contracts';
import type { Database } from '@switchboard/nest-kit';
import { envelopeKeyId, EnvelopeError, type KeyRing, rewrap } from '@switchboard/vault';

interface Row {
  owner_id: string;
  purpose: string;
  hub_id: string;
  member_id: string;
  provider: string;
  environment: Environment;
  credential_version: number;
  sealed: Buffer;
}

const identityOf = (row: Row) => ({
  hubId: row.hub_id,
  memberId: row.member_id,
  provider: row.provider,
  connectionId: row.owner_id,
  purpose: row.purpose,
  credentialVersion: row.credential_version,
  environment: row.environment,
});

/**
 * Moves one batch of envelopes to the ring's active key, skipping what others work on.
 * @param refused collects those that do not open, which are left as they are.
 * @returns how many were moved.
 */
export function rewrapSome(database: Database, ring: KeyRing, batch: number, refused: Set<string>): Promise<number> {
  return database.asService(async (manager) => {
    const rows = (await manager.query(
      `SELECT owner_id, purpose, hub_id, member_id, provider, environment, credential_version, sealed
        FROM auth.envelope WHERE key_id = ANY($1) AND owner_id::text || ' ' || purpose <> ALL($2)
        LIMIT $3 FOR UPDATE SKIP LOCKED`,
      [ring.ids.filter((id) => id !== ring.activeId), [...refused], batch],
    )) as Row[];
    const moved = rows.flatMap((row) => {
      const sealed = tryRewrap(ring, row);
      if (!sealed) refused.add(`${row.owner_id} ${row.purpose}`);
      return sealed ? [{ ...row, sealed }] : [];
    });
    await manager.query(
      `UPDATE auth.envelope e SET sealed = n.sealed, key_id = $4
        FROM unnest($1::uuid[], $2::text[], $3::bytea[]) AS n(owner_id, purpose, sealed)
        WHERE e.owner_id = n.owner_id AND e.purpose = n.purpose`,
      [
        moved.map((row) => row.owner_id),
        moved.map((row) => row.purpose),
        moved.map((row) => row.sealed),
        ring.activeId,
      ],
    );
    return moved.length;
  });
}

/** Moves what people on their way to a provider left sealed. @returns how many were moved. */
export function rewrapFlows(database: Database, ring: KeyRing): Promise<number> {
  return database.asService(async (manager) => {
    const rows = (await manager.query(
      `SELECT s.flow_id AS owner_id, 'flow' AS purpose, s.hub_id, coalesce(s.member_id, s.hub_id) AS member_id, s.provider,
          f.environment, 1 AS credential_version, s.sealed
        FROM auth.flow_state s JOIN auth.flow f ON f.id = s.flow_id WHERE s.expires_at > clock_timestamp()`,
    )) as Row[];
    let moved = 0;
    for (const row of rows) {
      const sealed = envelopeKeyId(row.sealed) === ring.activeId ? undefined : tryRewrap(ring, row);
      if (!sealed) continue;
      await manager.query('UPDATE auth.flow_state SET sealed = $2 WHERE flow_id = $1', [row.owner_id, sealed]);
      moved += 1;
    }
    return moved;
  });
}

function tryRewrap(ring: KeyRing, row: Row): Buffer | undefined {
  try {
    return rewrap(ring, row.sealed, identityOf(row));
  } catch (error) {
    if (error instanceof EnvelopeError) return undefined;
    throw error;
  }
}
