import { type Actor, appendAudits, type AuditRecord, type Database, type Log } from '@switchboard/nest-kit';
import { Recurring } from './recurring.ts';

const withinMs = 500;
const atMost = 200;

/** Audit rows of reads and issues, and the `last used` times that go with them: written together within a second (L-1). */
export class AuditBatch {
  private rows: { who: Actor; record: AuditRecord }[] = [];
  private readonly used = new Map<string, { table: 'connection' | 'api_key'; id: string }>();
  private readonly job: Recurring;

  constructor(
    private readonly database: Database,
    log: Log,
  ) {
    this.job = new Recurring('audit batch', withinMs, () => this.flush(), log);
    this.job.start();
  }

  add(who: Actor, record: AuditRecord): void {
    this.rows.push({ who, record });
    if (this.rows.length >= atMost) this.job.wake();
  }

  /** Notes that a connection or key was used now. */
  touch(table: 'connection' | 'api_key', id: string): void {
    this.used.set(`${table} ${id}`, { table, id });
  }

  async flush(): Promise<void> {
    if (this.rows.length === 0 && this.used.size === 0) return;
    const rows = this.rows;
    const used = [...this.used.values()];
    this.rows = [];
    this.used.clear();
    try {
      await this.database.asService(async (manager) => {
        for (const table of ['connection', 'api_key'] as const) {
          const ids = used.filter((one) => one.table === table).map(({ id }) => id);
          if (ids.length > 0)
            await manager.query(`UPDATE auth.${table} SET last_used_at = clock_timestamp() WHERE id = ANY($1)`, [ids]);
        }
        if (rows.length > 0) await appendAudits(manager, rows);
      });
    } catch (error) {
      this.rows.unshift(...rows.slice(0, 10_000));
      throw error;
    }
  }

  async close(): Promise<void> {
    await this.job.close();
    await this.flush();
  }
}
