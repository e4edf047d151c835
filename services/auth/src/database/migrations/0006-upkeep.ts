import type { MigrationInterface, QueryRunner } from 'typeorm';
import { guardTable } from '../policies.ts';

/** When connections are renewed and end, what their people were told of it, and the schema of the background jobs. */
export class Upkeep1790000000006 implements MigrationInterface {
  readonly name = 'Upkeep1790000000006';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE auth.connection
        ADD COLUMN consented_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        ADD COLUMN testing boolean NOT NULL DEFAULT false,
        ADD COLUMN renewable boolean NOT NULL DEFAULT true,
        ADD COLUMN renew_at timestamptz,
        ADD COLUMN keep_at timestamptz,
        ADD COLUMN notice_at timestamptz;
      UPDATE auth.connection SET consented_at = created_at, keep_at =
        CASE WHEN access_expires_at IS NOT NULL THEN clock_timestamp() + random() * interval '1 day' END;
      DROP INDEX auth.connection_renewal;
      CREATE INDEX connection_renew ON auth.connection (renew_at) WHERE status = 'active' AND last_used_at >= issued_at;
      CREATE INDEX connection_keep ON auth.connection (keep_at) WHERE status = 'active';
      CREATE INDEX connection_notice ON auth.connection (notice_at) WHERE status = 'active' AND notice_at IS NOT NULL;
      CREATE INDEX connection_member ON auth.connection (hub_id, member_id, id);
      ALTER TABLE auth.provider_client ADD COLUMN testing boolean NOT NULL DEFAULT false;
      ALTER TABLE auth.member ADD COLUMN notify_by text NOT NULL DEFAULT 'dashboard'
        CHECK (notify_by IN ('dashboard', 'mail', 'messages'));
      CREATE TABLE auth.notice (
        id uuid PRIMARY KEY,
        hub_id uuid NOT NULL,
        member_id uuid NOT NULL,
        connection_id uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN ('ends_soon', 'needs_you')),
        provider text NOT NULL,
        label text NOT NULL,
        reason text NOT NULL,
        ends_at timestamptz,
        raised_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        dismissed_at timestamptz,
        over_at timestamptz,
        claimed_at timestamptz,
        told_by text
      );
      CREATE UNIQUE INDEX notice_open ON auth.notice (connection_id, kind) WHERE over_at IS NULL;
      CREATE INDEX notice_member ON auth.notice (hub_id, member_id, id DESC);
      CREATE INDEX notice_over ON auth.notice (over_at) WHERE over_at IS NOT NULL;
      CREATE SCHEMA jobs;
      GRANT USAGE, CREATE ON SCHEMA jobs TO swb_auth;`);
    await runner.query(guardTable('auth.notice', 'member'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP SCHEMA jobs CASCADE;
      DROP TABLE auth.notice;
      ALTER TABLE auth.member DROP COLUMN notify_by;
      ALTER TABLE auth.provider_client DROP COLUMN testing;
      DROP INDEX auth.connection_member;
      CREATE INDEX connection_renewal ON auth.connection (refresh_expires_at)
        WHERE status = 'active' AND refresh_expires_at IS NOT NULL;
      ALTER TABLE auth.connection
        DROP COLUMN consented_at, DROP COLUMN testing, DROP COLUMN renewable,
        DROP COLUMN renew_at, DROP COLUMN keep_at, DROP COLUMN notice_at;`);
  }
}
