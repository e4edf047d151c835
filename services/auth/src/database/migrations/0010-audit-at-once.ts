import type { MigrationInterface, QueryRunner } from 'typeorm';
import { AuditTogether1790000000005 } from './0005-audit-together.ts';

const rows = `(
  SELECT r.*, row_number() OVER (ORDER BY place) AS nth
  FROM ROWS FROM (jsonb_to_recordset(p_rows) AS (hub uuid, member uuid, actor text, event text, outcome text, subject text,
    details jsonb, trace text)) WITH ORDINALITY AS r (hub, member, actor, event, outcome, subject, details, trace, place)
  WHERE coalesce(r.hub, nobody) = chain
) one`;

/** Appends a batch by one insert for each chain; only the hashes, each of which needs the one before, are made one by one. */
export class AuditAtOnce1790000000010 implements MigrationInterface {
  readonly name = 'AuditAtOnce1790000000010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE OR REPLACE FUNCTION audit.append_all(p_rows jsonb) RETURNS void
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
      DECLARE
        service text := regexp_replace(session_user, '^swb_', '');
        nobody uuid := '00000000-0000-0000-0000-000000000000';
        chain uuid;
        last audit.head;
        digest bytea;
        content bytea;
        contents bytea[];
        moments timestamptz[];
        hashes bytea[];
      BEGIN
        FOR chain IN
          SELECT DISTINCT coalesce((value ->> 'hub')::uuid, nobody) FROM jsonb_array_elements(p_rows) ORDER BY 1
        LOOP
          INSERT INTO audit.head VALUES (chain, 0, '\\x') ON CONFLICT DO NOTHING;
          SELECT * INTO last FROM audit.head h WHERE h.hub_id = chain FOR UPDATE;
          SELECT array_agg(moment ORDER BY nth), array_agg(convert_to(
              audit.field(chain::text) || audit.field((last.sequence + nth)::text)
              || audit.field(to_char(moment AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'))
              || audit.field(service) || audit.field(event) || audit.field(member::text) || audit.field(actor)
              || audit.field(subject) || audit.field(outcome) || audit.field(details::text) || audit.field(trace),
              'UTF8') ORDER BY nth)
            INTO moments, contents
            FROM (SELECT *, clock_timestamp() AS moment FROM ${rows}) timed;
          digest := last.hash;
          hashes := '{}';
          FOREACH content IN ARRAY contents LOOP
            digest := sha256(digest || content);
            hashes := array_append(hashes, digest);
          END LOOP;
          INSERT INTO audit.entry (hub_id, sequence, at, service, event, member_id, actor, subject, outcome, details,
              trace_id, previous_hash, hash)
            SELECT chain, last.sequence + nth, moment, service, event, member, actor, subject, outcome, details, trace,
              lag(hash, 1, last.hash) OVER (ORDER BY nth), hash
            FROM ${rows} JOIN unnest(moments, hashes) WITH ORDINALITY AS made (moment, hash, nth) USING (nth);
          UPDATE audit.head h SET sequence = last.sequence + cardinality(hashes), hash = digest WHERE h.hub_id = chain;
        END LOOP;
      END $$;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION audit.append_all(jsonb)');
    await new AuditTogether1790000000005().up(runner);
  }
}
