import { Injectable } from '@nestjs/common';
import { HubError } from '@switchboard/contracts';
import { Database } from '@switchboard/nest-kit';
import { OAuthError } from '@switchboard/oauth';
import type { Secret } from '@switchboard/vault';
import type { Connection } from '../connections/connection.entity.ts';
import { KeyIdentity } from '../connections/key-identity.ts';
import { EndingService } from './ending.service.ts';

/** A key that calls are refused with is asked about at most this often. */
const askedEverySeconds = 60;

/** Finds out whether the provider ended a key, once a call was refused with it: nothing renews one. */
@Injectable()
export class RefusedKeys {
  constructor(
    private readonly keys: KeyIdentity,
    private readonly ending: EndingService,
    private readonly database: Database,
  ) {}

  /** @returns true where the live check is refused too; the connection then waits for its person (O-11). */
  async ended(connection: Connection, key: Secret, traceId: string): Promise<boolean> {
    if (!(await this.mayAsk(connection))) return false;
    const verdict = await this.keys.readOf(connection, key).then(
      () => undefined,
      (error: unknown) => (error instanceof HubError ? error.cause : undefined),
    );
    if (!(verdict instanceof OAuthError) || verdict.code !== 'invalid_token') return false;
    return this.ending.end(connection, 'key_refused', traceId);
  }

  /** Counted where every process sees it, so that a storm of refusals asks once (F-06). */
  private async mayAsk({ id, credentialVersion }: Connection): Promise<boolean> {
    const [[taken]] = (await this.database.asService((manager) =>
      manager.query(
        `UPDATE auth.connection SET forced_at = clock_timestamp(), forced_version = credential_version
          WHERE id = $1 AND credential_version = $2
            AND (forced_at IS NULL OR forced_at < clock_timestamp() - make_interval(secs => $3)) RETURNING id`,
        [id, credentialVersion, askedEverySeconds],
      ),
    )) as [unknown[], number];
    return taken !== undefined;
  }
}
