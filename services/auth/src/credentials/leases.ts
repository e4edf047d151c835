import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database } from '@switchboard/nest-kit';
import type { Secret } from '@switchboard/vault';
import type { EntityManager } from 'typeorm';
import type { Connection } from '../connections/connection.entity.ts';
import { GrantStore } from './grant-store.ts';

/** A lease ends this long after its last heartbeat, so a killed owner is followed soon (F-03). */
export const leaseTimes = { heldSeconds: 6, heartbeatMs: 2_000 } as const;

export type Take =
  /** Another version is stored, or the connection is not active any more: read it again. */
  | { readonly kind: 'settled' }
  /** Another process renews it now. */
  | { readonly kind: 'held' }
  | { readonly kind: 'taken'; readonly lease: Lease };

export interface Lease {
  readonly connection: Connection;
  readonly refreshToken: Secret | undefined;
  /** Token calls sent for this version whose outcome nobody wrote down, this one included. */
  readonly sent: number;
}

/** Who may renew a connection now: one row per connection, by the database's clock (D-5). */
@Injectable()
export class Leases {
  readonly owner = randomBytes(8).toString('hex');

  constructor(
    private readonly database: Database,
    private readonly grants: GrantStore,
  ) {}

  /** Takes the lease for one version, and reads what to send; no connection of the database is held after it. */
  take(connection: Pick<Connection, 'id' | 'hubId' | 'memberId'>, version: number): Promise<Take> {
    return this.database.asService(async (manager): Promise<Take> => {
      const [row] = (await manager.query(
        `INSERT INTO auth.refresh_lease AS l (connection_id, hub_id, member_id, owner, version, sent, until)
          VALUES ($1, $2, $3, $4, $5, 1, clock_timestamp() + make_interval(secs => $6))
          ON CONFLICT (connection_id) DO UPDATE SET owner = $4, version = $5, heartbeat_at = clock_timestamp(),
            until = excluded.until, sent = CASE WHEN l.version = $5 THEN l.sent + 1 ELSE 1 END
          WHERE l.until < clock_timestamp() RETURNING sent`,
        [connection.id, connection.hubId, connection.memberId, this.owner, version, leaseTimes.heldSeconds],
      )) as { sent: number }[];
      const held = await this.grants.find(manager, connection.id);
      const current = held?.connection;
      if (!current || current.status !== 'active' || current.credentialVersion !== version) {
        if (row) await this.drop(manager, connection.id);
        return { kind: 'settled' };
      }
      if (!row) return { kind: 'held' };
      const refreshToken = await this.grants.read(manager, current, 'refresh_token');
      return { kind: 'taken', lease: { connection: current, refreshToken, sent: row.sent } };
    });
  }

  /** Runs `work` while a heartbeat keeps the lease (F-02). */
  async during<T>(connectionId: string, work: () => Promise<T>): Promise<T> {
    const beat = (): void => {
      void this.database
        .asService((manager) =>
          manager.query(
            `UPDATE auth.refresh_lease SET heartbeat_at = clock_timestamp(),
                until = clock_timestamp() + make_interval(secs => $3) WHERE connection_id = $1 AND owner = $2`,
            [connectionId, this.owner, leaseTimes.heldSeconds],
          ),
        )
        .catch(() => undefined);
    };
    const timer = setInterval(beat, leaseTimes.heartbeatMs);
    try {
      return await work();
    } finally {
      clearInterval(timer);
    }
  }

  /** Gives the lease up where the outcome is known. */
  async drop(manager: EntityManager, connectionId: string): Promise<void> {
    await manager.query('DELETE FROM auth.refresh_lease WHERE connection_id = $1 AND owner = $2', [
      connectionId,
      this.owner,
    ]);
  }

  /** Lets another take it, who then knows that one call more was sent without an answer. */
  async leave(connectionId: string): Promise<void> {
    await this.database.asService((manager) =>
      manager.query('UPDATE auth.refresh_lease SET until = clock_timestamp() WHERE connection_id = $1 AND owner = $2', [
        connectionId,
        this.owner,
      ]),
    );
  }
}
