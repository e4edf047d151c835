import { HubError } from '@switchboard/contracts';
import type { Database } from '@switchboard/nest-kit';

export interface Limit {
  /** What is counted, for example `sign-in:address:203.0.113.7`. */
  readonly key: string;
  readonly most: number;
  readonly windowSeconds: number;
}

/** Counts attempts in the database, so that a restart forgets nothing (G-6, G-11). */
export class Limits {
  constructor(private readonly database: Database) {}

  /** Counts one attempt against every limit. @throws HubError `rate_limited` where one is used up. */
  async take(limits: readonly Limit[]): Promise<void> {
    const waits = await this.database.asService(async (manager) => {
      const found: number[] = [];
      for (const { key, most, windowSeconds } of limits) {
        const [row] = (await manager.query(
          `INSERT INTO auth.limit_bucket AS b (key, started_at, count) VALUES ($1, clock_timestamp(), 1)
            ON CONFLICT (key) DO UPDATE SET
              count = CASE WHEN b.started_at < clock_timestamp() - make_interval(secs => $2) THEN 1 ELSE b.count + 1 END,
              started_at = CASE WHEN b.started_at < clock_timestamp() - make_interval(secs => $2)
                THEN clock_timestamp() ELSE b.started_at END
            RETURNING count, extract(epoch FROM started_at + make_interval(secs => $2) - clock_timestamp())::float8 AS wait`,
          [key, windowSeconds],
        )) as [{ count: number; wait: number }];
        if (row.count > most) found.push(Math.max(1, Math.ceil(row.wait)));
      }
      return found;
    });
    if (waits.length > 0)
      throw new HubError('rate_limited', 'Too many attempts. Wait a while and try again.', {
        retryAfterSeconds: Math.max(...waits),
      });
  }

  /** Forgets attempts after a success. */
  async clear(key: string): Promise<void> {
    await this.database.asService((manager) => manager.query('DELETE FROM auth.limit_bucket WHERE key = $1', [key]));
  }
}
