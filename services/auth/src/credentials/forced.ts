import type { EntityManager } from 'typeorm';
import type { Connection } from '../connections/connection.entity.ts';

/** A credential that calls are refused with is looked at so often, whoever says so. */
export const forcedEverySeconds = 60;

/**
 * Takes the look that a refused call may force, counted where every process sees it, so that a storm of refusals takes one (F-06).
 * @returns false where it was taken within the time, or the credential is another by now.
 */
export async function takeForced(
  manager: EntityManager,
  { id, credentialVersion }: Pick<Connection, 'id' | 'credentialVersion'>,
): Promise<boolean> {
  const [taken] = (await manager.query(
    `UPDATE auth.connection SET forced_at = clock_timestamp(), forced_version = credential_version
      WHERE id = $1 AND credential_version = $2
        AND (forced_at IS NULL OR forced_at < clock_timestamp() - make_interval(secs => $3)) RETURNING id`,
    [id, credentialVersion, forcedEverySeconds],
  )) as [unknown[], number];
  return taken.length > 0;
}
