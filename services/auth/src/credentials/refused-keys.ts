import { Injectable } from '@nestjs/common';
import { HubError } from '@switchboard/contracts';
import { Database } from '@switchboard/nest-kit';
import { OAuthError } from '@switchboard/oauth';
import type { Secret } from '@switchboard/vault';
import type { Connection } from '../connections/connection.entity.ts';
import { KeyIdentity } from '../connections/key-identity.ts';
import { EndingService } from './ending.service.ts';
import { takeForced } from './forced.ts';

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
    if (!(await this.database.asService((manager) => takeForced(manager, connection)))) return false;
    const verdict = await this.keys.readOf(connection, key).then(
      () => undefined,
      (error: unknown) => (error instanceof HubError ? error.cause : undefined),
    );
    if (!(verdict instanceof OAuthError) || verdict.code !== 'invalid_token') return false;
    return this.ending.end(connection, 'key_refused', traceId);
  }
}
