import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The audit chain of every service: appended by one function, read by `auth`, changed by nobody (L-1). */
export class AuditChain1790000000001 implements MigrationInterface {
  readonly name = 'AuditChain1790000000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA audit;
      CREATE TABLE audit.entry (
        hub_id uuid NOT NULL,
        sequence bigint NOT NULL,
        at timestamptz NOT NULL,
        service text NOT NULL,
        event text NOT NULL,
        member_id uuid,
        actor text NOT NULL,
        subject text,
        outcome text NOT NULL CHECK (outcome IN ('ok', 'failed', 'denied')),
        details jsonb NOT NULL,
        trace_id text,
        previous_hash bytea NOT NULL,
        hash bytea NOT NULL,
        PRIMARY KEY (hub_id, sequence)
      );
      CREATE TABLE audit.head (hub_id uuid PRIMARY KEY, sequence bigint NOT NULL, hash bytea NOT NULL);
      CREATE TABLE audit.checkpoint (
        hub_id uuid NOT NULL,
        sequence bigint NOT NULL,
        hash bytea NOT NULL,
        at timestamptz NOT NULL,
        signature bytea NOT NULL,
        PRIMARY KEY (hub_id, sequence)
      );`);
    await runner.query(`
      CREATE FUNCTION audit.field(value text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
        AS $$ SELECT CASE WHEN value IS NULL THEN '-' ELSE octet_length(value)::text || ':' || value END $$;
      CREATE FUNCTION audit.append(
        p_hub uuid, p_member uuid, p_actor text, p_event text, p_outcome text, p_subject text, p_details jsonb, p_trace text
      ) RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
      DECLARE
        hub uuid := coalesce(p_hub, '00000000-0000-0000-0000-000000000000');
        service text := regexp_replace(session_user, '^swb_', '');
        moment timestamptz;
        last audit.head;
        position bigint;
        digest bytea;
      BEGIN
        INSERT INTO audit.head VALUES (hub, 0, '\\x') ON CONFLICT DO NOTHING;
        SELECT * INTO last FROM audit.head h WHERE h.hub_id = hub FOR UPDATE;
        position := last.sequence + 1;
        moment := clock_timestamp();
        digest := sha256(last.hash || convert_to(
          audit.field(hub::text) || audit.field(position::text)
          || audit.field(to_char(moment AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'))
          || audit.field(service) || audit.field(p_event) || audit.field(p_member::text) || audit.field(p_actor)
          || audit.field(p_subject) || audit.field(p_outcome) || audit.field(p_details::text) || audit.field(p_trace), 'UTF8'));
        INSERT INTO audit.entry VALUES (hub, position, moment, service, p_event, p_member, p_actor, p_subject, p_outcome,
          p_details, p_trace, last.hash, digest);
        UPDATE audit.head h SET sequence = position, hash = digest WHERE h.hub_id = hub;
        RETURN position;
      END $$;
      CREATE FUNCTION audit.refuse() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'audit rows are never changed' USING ERRCODE = 'insufficient_privilege';
      END $$;
      CREATE TRIGGER entry_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON audit.entry EXECUTE FUNCTION audit.refuse();
      CREATE TRIGGER checkpoint_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON audit.checkpoint EXECUTE FUNCTION audit.refuse();
      CREATE INDEX entry_event ON audit.entry (hub_id, event, sequence);
      CREATE INDEX entry_member ON audit.entry (hub_id, member_id, sequence);`);
    await runner.query(`
      REVOKE ALL ON FUNCTION audit.append(uuid, uuid, text, text, text, text, jsonb, text) FROM PUBLIC;
      GRANT USAGE ON SCHEMA audit TO swb_auth, swb_integrations, swb_assistant, swb_gateway;
      GRANT EXECUTE ON FUNCTION audit.append(uuid, uuid, text, text, text, text, jsonb, text)
        TO swb_auth, swb_integrations, swb_assistant, swb_gateway;
      GRANT SELECT ON audit.entry, audit.head, audit.checkpoint TO swb_auth;
      GRANT INSERT ON audit.checkpoint TO swb_auth;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA audit CASCADE');
  }
}
