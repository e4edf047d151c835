import { outboxTableSql } from '@switchboard/nest-kit';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { guardTable } from '../policies.ts';

const tables = ['outbox', 'refresh_lease', 'flow_state', 'flow', 'timeline', 'connection_default', 'connection'];

/** Connections, the flows that make them, their timelines, and the events told of them. */
export class Connections1790000000003 implements MigrationInterface {
  readonly name = 'Connections1790000000003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE auth.connection (
        id uuid PRIMARY KEY,
        hub_id uuid NOT NULL,
        member_id uuid NOT NULL,
        provider text NOT NULL,
        environment text NOT NULL CHECK (environment IN ('sandbox', 'live')),
        method text NOT NULL,
        client_id text,
        label text NOT NULL,
        subject text NOT NULL,
        email text,
        account_name text,
        status text NOT NULL CHECK (status IN ('active', 'reconnect_required', 'revocation_pending', 'disconnected')),
        status_reason text,
        requested_features text[] NOT NULL,
        features text[] NOT NULL,
        granted_scopes text[] NOT NULL,
        settings jsonb NOT NULL DEFAULT '{}',
        credential_version integer NOT NULL,
        issued_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        access_expires_at timestamptz,
        refresh_expires_at timestamptz,
        forced_at timestamptz,
        forced_version integer,
        created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        updated_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        last_used_at timestamptz,
        ended_at timestamptz,
        revoke_attempts integer NOT NULL DEFAULT 0,
        revoke_next_at timestamptz,
        receipt jsonb NOT NULL DEFAULT '[]'
      );
      CREATE UNIQUE INDEX connection_account ON auth.connection (hub_id, member_id, provider, environment, subject)
        WHERE status IN ('active', 'reconnect_required');
      CREATE INDEX connection_subject ON auth.connection (provider, environment, subject);
      CREATE INDEX connection_revoke ON auth.connection (revoke_next_at) WHERE status = 'revocation_pending';
      CREATE INDEX connection_renewal ON auth.connection (refresh_expires_at)
        WHERE status = 'active' AND refresh_expires_at IS NOT NULL;
      CREATE TABLE auth.connection_default (
        hub_id uuid NOT NULL,
        member_id uuid NOT NULL,
        feature text NOT NULL,
        connection_id uuid NOT NULL,
        PRIMARY KEY (hub_id, member_id, feature)
      );
      CREATE TABLE auth.timeline (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        hub_id uuid NOT NULL,
        member_id uuid NOT NULL,
        connection_id uuid NOT NULL,
        at timestamptz NOT NULL DEFAULT clock_timestamp(),
        kind text NOT NULL,
        detail text
      );
      CREATE INDEX timeline_connection ON auth.timeline (connection_id, id);`);
    await runner.query(`
      CREATE TABLE auth.flow (
        id uuid PRIMARY KEY,
        hub_id uuid NOT NULL,
        member_id uuid,
        session_id uuid,
        purpose text NOT NULL CHECK (purpose IN ('connect', 'reconnect', 'features', 'sign_in')),
        provider text NOT NULL,
        environment text NOT NULL,
        status text NOT NULL CHECK (status IN ('pending', 'succeeded', 'failed')),
        features text[] NOT NULL,
        settings jsonb NOT NULL DEFAULT '{}',
        connection_id uuid,
        makes_owner boolean NOT NULL DEFAULT false,
        granted_features text[],
        missing_features text[],
        error_code text,
        error_message text,
        return_to text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        expires_at timestamptz NOT NULL
      );
      CREATE INDEX flow_expires_at ON auth.flow (expires_at);
      CREATE TABLE auth.flow_state (
        state_hash bytea PRIMARY KEY,
        flow_id uuid NOT NULL REFERENCES auth.flow (id) ON DELETE CASCADE,
        hub_id uuid NOT NULL,
        member_id uuid,
        provider text NOT NULL,
        issuer text,
        client_id text NOT NULL,
        redirect_uri text NOT NULL,
        browser_binding text NOT NULL,
        sealed bytea NOT NULL,
        expires_at timestamptz NOT NULL
      );
      CREATE INDEX flow_state_expires_at ON auth.flow_state (expires_at);
      CREATE TABLE auth.refresh_lease (
        connection_id uuid PRIMARY KEY,
        hub_id uuid NOT NULL,
        member_id uuid NOT NULL,
        owner text NOT NULL,
        version integer NOT NULL,
        sent integer NOT NULL DEFAULT 0,
        heartbeat_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        until timestamptz NOT NULL
      );`);
    await runner.query(outboxTableSql('auth'));
    for (const table of ['outbox', 'flow_state', 'refresh_lease'])
      await runner.query(guardTable(`auth.${table}`, 'service'));
    // Any transaction may tell an event; only the sender reads them.
    await runner.query('CREATE POLICY told ON auth.outbox FOR INSERT WITH CHECK (true)');
    for (const table of ['connection', 'connection_default', 'timeline', 'flow'])
      await runner.query(guardTable(`auth.${table}`, 'member'));
    await runner.query('GRANT USAGE ON ALL SEQUENCES IN SCHEMA auth TO swb_auth');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of tables) await runner.query(`DROP TABLE auth.${table}`);
  }
}
