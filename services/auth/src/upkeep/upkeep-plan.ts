import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Connection } from '../connections/connection.entity.ts';
import { Catalog } from '../core/catalog.ts';
import { closeNotices } from '../notices/raise.ts';
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
  async store(manager: EntityManager, connection: Connection, granted: Granted): Promise<void> {
    const method = this.catalog.methodOf(connection);
    const [client] = (await manager.query(
      'SELECT testing FROM auth.provider_client WHERE hub_id = $1 AND provider = $2 AND client_id = $3',
      [connection.hubId, connection.provider, connection.clientId],
    )) as { testing: boolean }[];
    const testing = saysTesting(method, granted.refreshTokenExpiresIn) || (client?.testing ?? false);
    const row = { ...connection, testing: testing && method?.life?.testingDays !== undefined, ...granted };
    const { noticeAt } = await this.write(manager, connection.id, row);
    const again = noticeAt !== null && noticeAt <= connection.issuedAt;
    await closeNotices(manager, connection.id, again ? ['needs_you'] : undefined);
  }

  /** After an admin said that a client is in testing mode, or is not any more. */
  async retell(manager: EntityManager, hubId: string, provider: string, clientId: string): Promise<void> {
    const [client] = (await manager.query(
      'SELECT testing FROM auth.provider_client WHERE hub_id = $1 AND provider = $2 AND client_id = $3',
      [hubId, provider, clientId],
    )) as { testing: boolean }[];
    const rows = await manager.getRepository(Connection).findBy({ hubId, provider, clientId, status: 'active' });
    for (const row of rows) {
      const known = this.catalog.methodOf(row)?.life?.testingDays !== undefined;
      const testing = known && (client?.testing ?? false);
      if (!row.refreshExpiresAt && testing !== row.testing) await this.write(manager, row.id, { ...row, testing });
    }
  }

  private async write(manager: EntityManager, id: string, row: Connection & Granted): Promise<UpkeepTimes> {
    const { testing, renewable } = row;
    const times = upkeepTimes(row, grantEnds(row, this.catalog.methodOf(row)), Math.random);
    await manager.getRepository(Connection).update({ id }, { testing, renewable, ...times });
    return times;
  }
}
