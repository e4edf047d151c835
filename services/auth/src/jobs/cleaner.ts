import type { Database } from '@switchboard/nest-kit';

const atOnce = 1_000;
const mostRounds = 200;
const timelineKept = 200;

/** What is over, by table; each run takes a bounded batch. */
const over = [
  `DELETE FROM auth.flow WHERE id IN (SELECT id FROM auth.flow
    WHERE expires_at < clock_timestamp() - interval '1 day' LIMIT ${atOnce})`,
  `DELETE FROM auth.flow_state WHERE state_hash IN (SELECT state_hash FROM auth.flow_state
    WHERE expires_at < clock_timestamp() LIMIT ${atOnce})`,
  `DELETE FROM auth.session WHERE id IN (SELECT id FROM auth.session
    WHERE expires_at < clock_timestamp() - interval '30 days' LIMIT ${atOnce})`,
  `DELETE FROM auth.invitation WHERE expires_at < clock_timestamp() - interval '30 days'`,
  `DELETE FROM auth.limit_bucket WHERE key IN (SELECT key FROM auth.limit_bucket
    WHERE started_at < clock_timestamp() - interval '1 day' LIMIT ${atOnce})`,
  `DELETE FROM auth.notice WHERE id IN (SELECT id FROM auth.notice
    WHERE over_at < clock_timestamp() - interval '90 days' LIMIT ${atOnce})`,
  `DELETE FROM auth.refresh_lease WHERE until < clock_timestamp() - interval '1 day'`,
  `DELETE FROM auth.ring_process WHERE seen_at < clock_timestamp() - interval '1 hour'`,
  `DELETE FROM auth.timeline WHERE id IN (SELECT id FROM (SELECT id, row_number() OVER (PARTITION BY connection_id
    ORDER BY id DESC) AS place FROM auth.timeline) AS placed WHERE place > ${timelineKept} LIMIT ${atOnce})`,
];

/** Deletes what has ended, batch after batch, so that no flood outgrows it. */
export async function clean(database: Database): Promise<void> {
  for (const statement of over)
    for (let round = 0; round < mostRounds; round += 1) {
      const [, count] = (await database.asService((manager) => manager.query(statement))) as [unknown, number];
      if (count < atOnce) break;
    }
}
