import { Inject, Injectable } from '@nestjs/common';
import { Clock, Database, LOG, type Log } from '@switchboard/nest-kit';
import { AuditLog } from '../audit/audit-log.ts';
import { DisconnectService } from '../connections/disconnect.service.ts';
import { endsWithin } from '../core/ends-within.ts';
import { Recurring } from '../core/recurring.ts';
import { RefreshService } from '../credentials/refresh.service.ts';
import { type UpkeepPace, UpkeepService, usualPace } from '../upkeep/upkeep.service.ts';
import { clean } from './cleaner.ts';
import { JobQueue } from './job-queue.ts';

const minuteMs = 60_000;
/**
 * The rest of the 25 seconds is for what else is drained. A renewal that is answered until then is stored; of a later one
 * whoever is next finds out what became of it (F-03).
 */
const closeWithinMs = 15_000;

/** The service's background work: what every replica does for itself, and what the queue gives to one of them. */
@Injectable()
export class Jobs {
  private readonly own: Recurring[];

  constructor(
    database: Database,
    audit: AuditLog,
    disconnecting: DisconnectService,
    clock: Clock,
    private readonly upkeep: UpkeepService,
    private readonly queue: JobQueue,
    private readonly refresh: RefreshService,
    @Inject(LOG) private readonly log: Log,
  ) {
    this.own = [
      new Recurring('revocation', minuteMs / 2, () => disconnecting.retryPending(), log),
      new Recurring('cleaner', 10 * minuteMs, () => clean(database), log),
      new Recurring('audit checkpoint', 60 * minuteMs, () => audit.checkpoint(clock.now()), log),
    ];
  }

  start({ tickSeconds }: UpkeepPace = usualPace): void {
    this.queue.start(this.upkeep.workers(tickSeconds));
    const ask = new Recurring('upkeep', (tickSeconds * 1_000) / 3, () => this.upkeep.askForTick(tickSeconds), this.log);
    this.own.push(ask);
    for (const job of this.own) job.start();
    ask.wake();
  }

  async close(): Promise<void> {
    const ended = Promise.all([...this.own.map((job) => job.close()), this.queue.close(), this.refresh.settle()]);
    if (!(await endsWithin(ended, closeWithinMs)))
      this.log.warn({}, 'the service ends before all of its background work did');
  }
}
