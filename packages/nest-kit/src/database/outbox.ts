import type { EventDefinition, PayloadOf } from '@switchboard/contracts';
import type { EntityManager } from 'typeorm';
import type { Bus } from '../bus/bus.ts';
import type { Log } from '../log.ts';
import type { Database } from './database.ts';

/** The table every service with events has in its schema: `outbox (id, subject, listener, payload, trace_id, created_at, attempts, next_at)`. */
export const outboxTableSql = (schema: string): string => `
  CREATE TABLE "${schema}"."outbox" (
    "id" bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    "subject" text NOT NULL,
    "listener" text NOT NULL,
    "payload" jsonb NOT NULL,
    "trace_id" text NOT NULL,
    "created_at" timestamptz NOT NULL DEFAULT clock_timestamp(),
    "attempts" integer NOT NULL DEFAULT 0,
    "next_at" timestamptz NOT NULL DEFAULT clock_timestamp()
  );
  CREATE INDEX "outbox_next_at" ON "${schema}"."outbox" ("next_at");`;

interface Row {
  id: string;
  subject: string;
  listener: string;
  payload: never;
  trace_id: string;
}

/** Everyone in memory hears of it at once; a listener's own row makes sure it is heard at least once. */
const everyone = '*';
const batch = 50;
const pollMs = 1_000;

/** Sends a service's events: written in the transaction of what they tell, delivered until acknowledged. */
export class Outbox {
  private timer: NodeJS.Timeout | undefined;
  private sending: Promise<void> = Promise.resolve();
  private closed = false;
  private readonly bySubject: ReadonlyMap<string, EventDefinition>;

  constructor(
    private readonly schema: string,
    private readonly database: Database,
    private readonly bus: Bus,
    private readonly log: Log,
    events: readonly EventDefinition[],
    /** Listeners that acknowledge an event; the rest only hear broadcasts. */
    private readonly acknowledging: Readonly<Record<string, readonly string[]>> = {},
  ) {
    this.bySubject = new Map(events.map((event) => [event.subject, event]));
  }

  /** Call inside the transaction that makes it true; then {@link wake} after it. */
  async write<E extends EventDefinition>(
    manager: EntityManager,
    event: E,
    payload: PayloadOf<E>,
    traceId: string,
  ): Promise<void> {
    const listeners = [everyone, ...(this.acknowledging[event.subject] ?? [])];
    for (const listener of listeners)
      await manager.query(
        `INSERT INTO "${this.schema}"."outbox" ("subject", "listener", "payload", "trace_id") VALUES ($1, $2, $3, $4)`,
        [event.subject, listener, JSON.stringify(payload), traceId],
      );
  }

  start(): void {
    this.timer = setInterval(() => this.wake(), pollMs).unref();
  }

  /** Sends what waits now, instead of within a second. */
  wake(): void {
    if (!this.closed)
      this.sending = this.sending
        .then(() => this.send())
        .catch((error: unknown) => this.log.warn({ err: error }, 'the outbox waits'));
  }

  async close(): Promise<void> {
    clearInterval(this.timer);
    this.closed = true;
    await this.sending;
  }

  private async send(): Promise<void> {
    if (this.closed || !this.bus.connected) return;
    await this.database.asService(async (manager) => {
      const rows = (await manager.query(
        `SELECT "id", "subject", "listener", "payload", "trace_id" FROM "${this.schema}"."outbox"
          WHERE "next_at" <= clock_timestamp() ORDER BY "id" LIMIT ${batch} FOR UPDATE SKIP LOCKED`,
      )) as Row[];
      for (const row of rows) await this.sendOne(manager, row);
    });
  }

  private async sendOne(manager: EntityManager, row: Row): Promise<void> {
    const event = this.bySubject.get(row.subject);
    try {
      if (event && row.listener === everyone) this.bus.broadcast(event, row.payload, row.trace_id);
      else if (event) await this.bus.deliver(event, row.listener, row.payload, row.trace_id);
      await manager.query(`DELETE FROM "${this.schema}"."outbox" WHERE "id" = $1`, [row.id]);
    } catch (error) {
      this.log.warn({ err: error, subject: row.subject }, 'an event was not taken');
      await manager.query(
        `UPDATE "${this.schema}"."outbox" SET "attempts" = "attempts" + 1,
          "next_at" = clock_timestamp() + least(interval '1 second' * power(2, "attempts"), interval '5 minutes') WHERE "id" = $1`,
        [row.id],
      );
    }
  }
}
