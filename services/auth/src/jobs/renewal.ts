import { Injectable } from '@nestjs/common';
import { Database, Ids } from '@switchboard/nest-kit';
import { GrantStore } from '../credentials/grant-store.ts';
import { RefreshService } from '../credentials/refresh.service.ts';

const atOnce = 20;

/** Renews grants that nobody uses before the provider ends them for being idle (O-13). */
@Injectable()
export class Renewal {
  constructor(
    private readonly database: Database,
    private readonly grants: GrantStore,
    private readonly refresh: RefreshService,
    private readonly ids: Ids,
  ) {}

  /** Those with less than a fifth of their life left, by the database's clock. */
  async run(): Promise<void> {
    const due = await this.database.asService(
      (manager) =>
        manager.query(
          `SELECT id FROM auth.connection WHERE status = 'active' AND refresh_expires_at IS NOT NULL
            AND refresh_expires_at > clock_timestamp()
            AND refresh_expires_at - clock_timestamp() < (refresh_expires_at - issued_at) * 0.2
            ORDER BY refresh_expires_at LIMIT ${atOnce}`,
        ) as Promise<{ id: string }[]>,
    );
    for (const { id } of due) {
      const held = await this.database.asService((manager) => this.grants.find(manager, id));
      if (held) await this.refresh.renew(held.connection, this.ids.traceId()).catch(() => undefined);
    }
  }
}
