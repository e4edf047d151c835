import type { EntityManager } from 'typeorm';
import type { RunEntity } from './run.entity.ts';

const columns = {
  id: 'uuid',
  hub_id: 'uuid',
  member_id: 'uuid',
  provider: 'text',
  connection_id: 'uuid',
  account_label: 'text',
  action: 'text',
  effect: 'text',
  status: 'text',
  via: 'text',
  proposal_id: 'uuid',
  trace_id: 'text',
  input: 'jsonb',
  output: 'jsonb',
  before: 'jsonb',
  error: 'jsonb',
  started_at: 'timestamptz',
  duration_ms: 'double precision',
} as const;
const names = Object.keys(columns)
  .map((name) => `"${name}"`)
  .join(', ');
const typed = Object.entries(columns)
  .map(([name, type]) => `"${name}" ${type}`)
  .join(', ');
const sql = `INSERT INTO "integrations"."runs" (${names})
  SELECT ${names} FROM jsonb_to_recordset($1) AS run (${typed})`;

/** Inserts many runs as one JSON parameter: eighteen parameters a row cost more than the rows. */
export async function insertRuns(manager: EntityManager, runs: readonly RunEntity[]): Promise<void> {
  const rows = runs.map((run): Record<keyof typeof columns, unknown> => ({
    id: run.id,
    hub_id: run.hubId,
    member_id: run.memberId,
    provider: run.provider,
    connection_id: run.connectionId,
    account_label: run.accountLabel,
    action: run.action,
    effect: run.effect,
    status: run.status,
    via: run.via,
    proposal_id: run.proposalId,
    trace_id: run.traceId,
    input: run.input,
    output: run.output,
    before: run.before,
    error: run.error,
    started_at: run.startedAt,
    duration_ms: run.durationMs,
  }));
  await manager.query(sql, [JSON.stringify(rows)]);
}
