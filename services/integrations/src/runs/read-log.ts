import { HubError } from '@switchboard/contracts';
import { type Actor, appendAudits, Database, type Log, LOG } from '@switchboard/nest-kit';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { insertRuns } from './insert-runs.ts';
import { RunEntity } from './run.entity.ts';

interface Waiting {
  readonly row: RunEntity;
  readonly actor: Actor;
}

const everyMs = 400;
const awayMs = 2_000;
const atMost = 500;
const keptAtMost = 5_000;
const outputBytes = 32_768;

/** Rows of reads, written in batches within a second: a commit for each would cost more than the read. */
@Injectable()
export class ReadLog implements OnApplicationShutdown {
  private waiting: Waiting[] = [];
  private timer: NodeJS.Timeout | undefined;
  private writing: Promise<void> = Promise.resolve();
  private closed = false;

  constructor(
    private readonly database: Database,
    @Inject(LOG) private readonly log: Log,
  ) {}

  add(row: RunEntity, actor: Actor): void {
    if (this.waiting.length >= keptAtMost) this.waiting.shift();
    this.waiting.push({ row: shortened(row), actor });
    if (this.waiting.length >= atMost) void this.flush();
    else this.timer ??= setTimeout(() => void this.flush(), everyMs).unref();
  }

  /** Writes what waits. */
  flush(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    const batch = this.waiting.splice(0);
    if (batch.length > 0) this.writing = this.writing.then(() => this.write(batch));
    return this.writing;
  }

  async onApplicationShutdown(): Promise<void> {
    this.closed = true;
    await this.flush();
  }

  /** The database is away: the rows wait for it, the newest of them where there are too many. */
  private wait(batch: readonly Waiting[]): void {
    this.waiting = [...batch, ...this.waiting].slice(-keptAtMost);
    this.log.warn({ waiting: this.waiting.length }, 'rows of reads wait for the database');
    if (!this.closed) this.timer ??= setTimeout(() => void this.flush(), awayMs).unref();
  }

  /** A row that the database does not take costs no other its place. */
  private async write(batch: readonly Waiting[]): Promise<void> {
    try {
      await this.database.asService(async (manager) => {
        await insertRuns(
          manager,
          batch.map(({ row }) => row),
        );
        await appendAudits(manager, batch.map(asAudit));
      });
    } catch (error) {
      if (error instanceof HubError && error.code === 'service_unavailable') return this.wait(batch);
      const half = batch.length >> 1;
      if (half === 0) return this.log.error({ err: error }, 'the row of a read was not written');
      await this.write(batch.slice(0, half));
      await this.write(batch.slice(half));
    }
  }
}

const asAudit = ({ row, actor }: Waiting) => ({
  who: actor,
  record: {
    event: 'run.ended',
    outcome: row.status === 'succeeded' ? ('ok' as const) : ('failed' as const),
    subject: row.id,
    details: { action: row.action, connectionId: row.connectionId, status: row.status },
  },
});

function shortened(row: RunEntity): RunEntity {
  const text = JSON.stringify(row.output ?? null);
  return text.length <= outputBytes
    ? row
    : Object.assign(new RunEntity(), row, { output: { shortened: true, bytes: text.length } });
}
