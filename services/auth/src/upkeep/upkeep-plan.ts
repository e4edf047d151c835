import { Injectable } from '@nestjs/common';
import { registrationName } from '@switchboard/provider-kit';
import type { EntityManager } from 'typeorm';
import { Connection } from '../connections/connection.entity.ts';
import { Catalog } from '../core/catalog.ts';
import { closeNotices } from '../notices/raise.ts';
import { ClientState } from '../providers/client-state.entity.ts';
import { grantEnds, saysTesting } from './grant-ends.ts';
import { upkeepTimes, type UpkeepTimes } from './upkeep-times.ts';

/** What a token endpoint just said, as far as upkeep needs it. */
export interface Granted {
  /** True where a refresh token, or whatever else renews, is stored. */
  readonly renewable: boolean;
  /** Seconds, where the answer says. */
  readonly refreshTokenExpiresIn?: number | undefined;
}

/** Writes down, with each grant, when the hub looks at it again. */
@Injectable()
export class UpkeepPlan {
  constructor(private readonly catalog: Catalog) {}

  /** In the transaction that stores the grant. */
  async store(manager: EntityManager, connection: Connection, { renewable, refreshTokenExpiresIn }: Granted) {
    const testing = await this.isTesting(manager, connection, refreshTokenExpiresIn);
    const times = this.timesOf({ ...connection, testing, renewable });
    await manager.getRepository(Connection).update({ id: connection.id }, { testing, renewable, ...times });
    const nearStill = times.noticeAt !== null && times.noticeAt <= connection.issuedAt;
    await closeNotices(manager, connection.id, nearStill ? ['needs_you'] : undefined);
  }

  /** After an admin said that a client is in testing mode, or is not any more: the connections made with it, all at once. */
  async retell(manager: EntityManager, hubId: string, clientId: string, testing: boolean): Promise<void> {
    const rows = await manager.getRepository(Connection).findBy({ hubId, clientId, status: 'active' });
    const changed = rows.filter((row) => !row.refreshExpiresAt && row.testing !== (testing && this.knowsTesting(row)));
    const times = changed.map((row) => this.timesOf({ ...row, testing: testing && this.knowsTesting(row) }));
    await manager.query(
      `UPDATE auth.connection c SET testing = $1, renew_at = t.renew_at, keep_at = t.keep_at, notice_at = t.notice_at
        FROM unnest($2::uuid[], $3::timestamptz[], $4::timestamptz[], $5::timestamptz[])
          AS t (id, renew_at, keep_at, notice_at) WHERE c.id = t.id`,
      [
        testing,
        changed.map(({ id }) => id),
        times.map(({ renewAt }) => renewAt),
        times.map(({ keepAt }) => keepAt),
        times.map(({ noticeAt }) => noticeAt),
      ],
    );
  }

  /** For a grant whose end its use has put off: it is looked at again near the new one. */
  async putOff(manager: EntityManager, row: Connection): Promise<void> {
    const { keepAt, noticeAt } = this.timesOf(row);
    const { id, credentialVersion } = row;
    await manager.getRepository(Connection).update({ id, credentialVersion }, { keepAt, noticeAt });
    await closeNotices(manager, id, ['ends_soon']);
  }

  private async isTesting(manager: EntityManager, connection: Connection, seconds: number | undefined) {
    if (!this.knowsTesting(connection)) return false;
    if (saysTesting(this.catalog.methodOf(connection), seconds)) return true;
    const provider = this.catalog.known(connection.provider);
    const registration = provider && registrationName(provider, connection.method);
    if (!registration || connection.clientId === null) return false;
    const { hubId, clientId } = connection;
    return manager.getRepository(ClientState).existsBy({ hubId, registration, clientId, testing: true });
  }

  private knowsTesting(row: Connection): boolean {
    return this.catalog.methodOf(row)?.life?.testingDays !== undefined;
  }

  private timesOf(row: Connection): UpkeepTimes {
    return upkeepTimes(row, grantEnds(row, this.catalog.methodOf(row)), Math.random);
  }
}
