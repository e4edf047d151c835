import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Appends a batch of audit rows in one call: the head of the chain is locked and written once, not once a row. */
export class AuditTogether1790000000005 implements MigrationInterface {
  readonly name = 'AuditTogether1790000000005';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION audit.append_all(p_rows jsonb) RETURNS void
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
      DECLARE
        service text := regexp_replace(session_user, '^swb_', '');
        nobody uuid := '00000000-0000-0000-0000-000000000000';
        chain uuid;
        last audit.head;
        moment timestamptz;
        one record;
      BEGIN
        FOR chain IN
          SELECT DISTINCT coalesce((value ->> 'hub')::uuid, nobody) FROM jsonb_array_elements(p_rows) ORDER BY 1
        LOOP
          INSERT INTO audit.head VALUES (chain, 0, '\\x') ON CONFLICT DO NOTHING;
          SELECT * INTO last FROM audit.head h WHERE h.hub_id = chain FOR UPDATE;
          FOR one IN
            SELECT * FROM ROWS FROM (jsonb_to_recordset(p_rows) AS (hub uuid, member uuid, actor text, event text,
                outcome text, subject text, details jsonb, trace text)) WITH ORDINALITY
              AS r (hub, member, actor, event, outcome, subject, details, trace, place)
              WHERE coalesce(r.hub, nobody) = chain ORDER BY place
          LOOP
            last.sequence := last.sequence + 1;
            moment := clock_timestamp();
            INSERT INTO audit.entry VALUES (chain, last.sequence, moment, service, one.event, one.member, one.actor,
              one.subject, one.outcome, one.details, one.trace, last.hash, sha256(last.hash || convert_to(
                audit.field(chain::text) || audit.field(last.sequence::text)
                || audit.field(to_char(moment AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'))
                || audit.field(service) || audit.field(one.event) || audit.field(one.member::text)
                || audit.field(one.actor) || audit.field(one.subject) || audit.field(one.outcome)
                || audit.field(one.details::text) || audit.field(one.trace), 'UTF8')))
              RETURNING hash INTO last.hash;
          END LOOP;
          UPDATE audit.head h SET sequence = last.sequence, hash = last.hash WHERE h.hub_id = chain;
        END LOOP;
      END $$;
      REVOKE ALL ON FUNCTION audit.append_all(jsonb) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION audit.append_all(jsonb) TO swb_auth, swb_integrations, swb_assistant, swb_gateway;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION audit.append_all(jsonb)');
  }
}
