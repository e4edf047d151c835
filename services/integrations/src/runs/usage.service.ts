import type { getUsage, ReplyOf, RequestOf } from '@switchboard/contracts';
import { type Caller, Database } from '@switchboard/nest-kit';
import { Injectable } from '@nestjs/common';
import { ReadLog } from './read-log.ts';

interface Row {
  action: string;
  calls: number;
  errors: number;
  last: Date;
  average: number | null;
  since: Date;
}

const mostActions = 100;

/** Counts what ran on a connection of the caller's; on another's, nothing did. */
@Injectable()
export class UsageService {
  constructor(
    private readonly database: Database,
    private readonly reads: ReadLog,
  ) {}

  async of({ connectionId, days }: RequestOf<typeof getUsage>, caller: Caller): Promise<ReplyOf<typeof getUsage>> {
    await this.reads.flush();
    const { hubId, memberId, connectionId: limit } = caller.claims;
    const { rows, since } = await this.database.forCaller(caller, async (manager) => {
      const [start] = (await manager.query('SELECT clock_timestamp() - make_interval(days => $1) AS since', [
        days,
      ])) as [{ since: Date }];
      const counted = (await manager.query(
        `SELECT action, count(*)::int AS calls, (count(*) FILTER (WHERE status IN ('failed', 'outcome_unknown')))::int AS errors,
            max(started_at) AS last, avg(duration_ms) AS average
          FROM integrations.runs WHERE connection_id = $1 AND hub_id = $2 AND member_id = $3 AND started_at >= $4
            AND ($5::uuid IS NULL OR connection_id = $5)
          GROUP BY action ORDER BY calls DESC, action`,
        [connectionId, hubId, memberId, start.since, limit ?? null],
      )) as Row[];
      return { rows: counted, since: start.since };
    });
    const last = Math.max(...rows.map((row) => row.last.getTime()));
    return {
      since: since.toISOString(),
      calls: sum(rows, 'calls'),
      errors: sum(rows, 'errors'),
      ...(rows.length > 0 && { lastUsedAt: new Date(last).toISOString() }),
      actions: rows.slice(0, mostActions).map((row) => ({
        action: row.action,
        calls: row.calls,
        errors: row.errors,
        lastUsedAt: row.last.toISOString(),
        ...(row.average !== null && { averageMs: Math.round(row.average * 10) / 10 }),
      })),
    };
  }
}

const sum = (rows: readonly Row[], of: 'calls' | 'errors'): number => rows.reduce((all, row) => all + row[of], 0);
