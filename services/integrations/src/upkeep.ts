import type { Database, Log } from '@switchboard/nest-kit';
import { FileRows } from './files/file-rows.ts';

const everyMs = 60_000;
/** A write's deadline is far below this: what still runs then was cut off with its process. */
const abandonedAfter = "interval '3 minutes'";

/** Ends what a stopped process left open, and forgets what is over. */
export function startUpkeep(database: Database, log: Log): () => void {
  const tick = () => void sweep(database).catch((error: unknown) => log.warn({ err: error }, 'upkeep waits'));
  const timer = setInterval(tick, everyMs).unref();
  tick();
  return () => clearInterval(timer);
}

/** An abandoned write is said to be unknown, never tried again. */
async function sweep(database: Database): Promise<void> {
  await FileRows.sweep(database);
  await database.asService(async (manager) => {
    await manager.query(`UPDATE "integrations"."runs" SET "status" = 'outcome_unknown'
      WHERE "status" = 'running' AND "started_at" < clock_timestamp() - ${abandonedAfter}`);
    await manager.query(`UPDATE "integrations"."proposals" SET "status" = 'outcome_unknown'
      WHERE "status" IN ('running', 'undoing') AND "decided_at" < clock_timestamp() - ${abandonedAfter}`);
  });
}
