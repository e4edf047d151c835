import type { EntityManager } from 'typeorm';

/** Grants of one provider that upkeep takes on in one tick: five a second, so that it never storms. */
export const perProviderAtOnce = 300;
/** Looked at in one tick. */
const mostLookedAt = 20_000;
/** A grant that was handed out and stayed as it was comes due again after this time. */
const againAfter = "interval '6 hours'";

export interface DueGrant {
  readonly id: string;
  readonly provider: string;
  readonly credentialVersion: number;
}

/**
 * Hands out the grants that are due, each once: those whose access token somebody used and which is about to end, and those
 * that would end for being idle. One statement over two partial indexes, however many connections there are.
 */
export async function takeDueGrants(manager: EntityManager, atOnce = perProviderAtOnce): Promise<DueGrant[]> {
  const [rows] = (await manager.query(
    `WITH due AS (
        (SELECT id, provider, keep_at AS at FROM auth.connection
          WHERE status = 'active' AND keep_at <= clock_timestamp() ORDER BY keep_at LIMIT ${mostLookedAt})
        UNION ALL
        (SELECT id, provider, renew_at FROM auth.connection
          WHERE status = 'active' AND last_used_at >= issued_at AND renew_at <= clock_timestamp()
            AND access_expires_at > clock_timestamp() ORDER BY renew_at LIMIT ${mostLookedAt})),
      placed AS (
        SELECT id, row_number() OVER (PARTITION BY provider ORDER BY min(at)) AS place FROM due GROUP BY id, provider)
      UPDATE auth.connection c SET renew_at = NULL,
          keep_at = CASE WHEN c.keep_at <= clock_timestamp() THEN clock_timestamp() + ${againAfter} ELSE c.keep_at END
        FROM placed WHERE c.id = placed.id AND placed.place <= $1
        RETURNING c.id, c.provider, c.credential_version AS "credentialVersion"`,
    [atOnce],
  )) as [DueGrant[], number];
  return rows;
}
