import { Database } from '@switchboard/nest-kit';
import { Injectable } from '@nestjs/common';
import { type Counted, LimitStore } from './limit-store.ts';

interface Row {
  key: string;
  window: string;
  count: number;
}

/** Counts in the schema `gateway`; one statement a second however many requests there were. */
@Injectable()
export class PostgresLimitStore extends LimitStore {
  constructor(private readonly database: Database) {
    super();
  }

  override add(counted: readonly Counted[]): Promise<readonly Counted[]> {
    return this.database.asService(async (manager) => {
      const columns = [
        counted.map((one) => one.key),
        counted.map((one) => one.window),
        counted.map((one) => one.count),
      ];
      const rows = (await manager.query(
        `INSERT INTO "gateway"."rate_limits" AS kept ("key", "window", "count")
         SELECT * FROM unnest($1::text[], $2::bigint[], $3::integer[]) ORDER BY 1
         ON CONFLICT ("key", "window") DO UPDATE SET "count" = kept."count" + excluded."count"
         RETURNING "key", "window", "count"`,
        columns,
      )) as Row[];
      await manager.query(
        `DELETE FROM "gateway"."rate_limits" WHERE ctid IN (
           SELECT ctid FROM "gateway"."rate_limits" WHERE "window" < $1 LIMIT 5000)`,
        [Math.min(...counted.map((one) => one.window)) - 600],
      );
      return rows.map(toCounted);
    });
  }

  override load(window: number): Promise<readonly Counted[]> {
    return this.database.asService(async (manager) => {
      const sql = `SELECT "key", "window", "count" FROM "gateway"."rate_limits" WHERE "window" = $1 LIMIT 50000`;
      return ((await manager.query(sql, [window])) as Row[]).map(toCounted);
    });
  }
}

const toCounted = ({ key, window, count }: Row): Counted => ({ key, window: Number(window), count });
