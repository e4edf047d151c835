import type pg from 'pg';
import { note, well, wrong } from './finding.ts';
import type { Finding } from './finding.ts';

interface Row {
  registration: string;
  client_id: string;
  result: 'works' | 'refused' | 'could_not_tell' | null;
  message: string | null;
  testing: boolean | null;
}

/** The clients that an admin stored on the set-up pages, and what their last check found. */
export async function checkStoredClients(client: pg.Client): Promise<Finding[]> {
  const { rows: made } = await client.query<{ made: boolean }>(
    `SELECT to_regclass('auth.client_state') IS NOT NULL AS made`,
  );
  if (!made[0]?.made) return [];
  await client.query(`SELECT set_config('swb.service', 'on', false)`);
  const { rows } = await client.query<Row>(
    `SELECT p.provider AS registration, p.client_id, s.check_result AS result, s.check_message AS message, s.testing
      FROM auth.provider_client p
      LEFT JOIN auth.client_state s ON s.hub_id = p.hub_id AND s.registration = p.provider AND s.client_id = p.client_id
      ORDER BY p.provider`,
  );
  return rows.map(findingOf);
}

function findingOf({ registration, client_id: id, result, message, testing }: Row): Finding {
  const what = `Stored client ${registration}`;
  const seen = `${id}${testing ? ', in testing mode' : ''}: ${message ?? 'never tried'}`;
  if (result === 'works') return well(what, seen);
  if (result === 'refused') return wrong(what, seen, 'Correct the id and secret on its set-up page.');
  return note(what, seen, 'Try it on its set-up page, or connect an account.');
}
