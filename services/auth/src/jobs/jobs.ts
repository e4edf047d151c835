import { Inject, Injectable } from '@nestjs/common';
import { Clock, Database, LOG, type Log } from '@switchboard/nest-kit';
import { AuditLog } from '../audit/audit-log.ts';
import { DisconnectService } from '../connections/disconnect.service.ts';
import { Recurring } from '../core/recurring.ts';
import { RefreshService } from '../credentials/refresh.service.ts';
import { clean } from './cleaner.ts';
import { Renewal } from './renewal.ts';

const minuteMs = 60_000;

/** The service's background work. */
@Injectable()
export class Jobs {
  private readonly jobs: readonly Recurring[];

  constructor(
    database: Database,
    audit: AuditLog,
    disconnecting: DisconnectService,
    renewal: Renewal,
    clock: Clock,
    private readonly refresh: RefreshService,
    @Inject(LOG) log: Log,
  ) {
    this.jobs = [
      new Recurring('revocation', minuteMs / 2, () => disconnecting.retryPending(), log),
      new Recurring('renewal', minuteMs, () => renewal.run(), log),
      new Recurring('cleaner', 10 * minuteMs, () => clean(database), log),
      new Recurring('audit checkpoint', 60 * minuteMs, () => audit.checkpoint(clock.now()), log),
    ];
  }

  start(): void {
    for (const job of this.jobs) job.start();
  }

  async close(): Promise<void> {
    await Promise.all(this.jobs.map((job) => job.close()));
    await this.refresh.settle();
  }
}
