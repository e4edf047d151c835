import { outboxTableSql } from '@switchboard/nest-kit';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const owned = ['runs', 'proposals', 'files'];
const own = `current_setting('swb.service', true) = 'on' OR (
  hub_id = nullif(current_setting('swb.hub', true), '')::uuid
  AND member_id = nullif(current_setting('swb.member', true), '')::uuid)`;

export class RunsProposalsFiles1767225600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE "integrations"."runs" (
        "id" uuid PRIMARY KEY, "hub_id" uuid NOT NULL, "member_id" uuid NOT NULL,
        "provider" text NOT NULL, "connection_id" uuid NOT NULL, "account_label" text NOT NULL,
        "action" text NOT NULL, "effect" text NOT NULL, "status" text NOT NULL, "via" text NOT NULL,
        "proposal_id" uuid, "trace_id" text NOT NULL, "input" jsonb NOT NULL, "output" jsonb, "before" jsonb, "error" jsonb,
        "started_at" timestamptz NOT NULL DEFAULT clock_timestamp(), "duration_ms" double precision
      );
      CREATE INDEX "runs_member" ON "integrations"."runs" ("hub_id", "member_id", "id" DESC);
      CREATE INDEX "runs_running" ON "integrations"."runs" ("started_at") WHERE "status" = 'running';

      CREATE TABLE "integrations"."proposals" (
        "id" uuid PRIMARY KEY, "hub_id" uuid NOT NULL, "member_id" uuid NOT NULL,
        "digest" text NOT NULL, "plan" jsonb NOT NULL, "status" text NOT NULL, "card" jsonb NOT NULL, "outcomes" jsonb NOT NULL,
        "warnings" jsonb NOT NULL, "tainted" boolean NOT NULL, "unnamed" jsonb NOT NULL, "thread_id" uuid,
        "replaces" uuid, "replaced_by" uuid,
        "created_at" timestamptz NOT NULL DEFAULT clock_timestamp(), "expires_at" timestamptz NOT NULL, "decided_at" timestamptz
      );
      CREATE INDEX "proposals_member" ON "integrations"."proposals" ("hub_id", "member_id", "id" DESC);
      CREATE INDEX "proposals_running" ON "integrations"."proposals" ("decided_at") WHERE "status" IN ('running', 'undoing');

      CREATE TABLE "integrations"."files" (
        "id" uuid PRIMARY KEY, "hub_id" uuid NOT NULL, "member_id" uuid NOT NULL,
        "name" text NOT NULL, "media_type" text NOT NULL, "size_bytes" bigint NOT NULL, "sha256" text NOT NULL,
        "chunks" integer NOT NULL, "complete" boolean NOT NULL, "expires_at" timestamptz NOT NULL
      );
      CREATE INDEX "files_expires_at" ON "integrations"."files" ("expires_at");
      CREATE TABLE "integrations"."file_chunks" (
        "file_id" uuid NOT NULL REFERENCES "integrations"."files" ("id") ON DELETE CASCADE,
        "at" integer NOT NULL, "bytes" bytea NOT NULL, PRIMARY KEY ("file_id", "at")
      );
      ALTER TABLE "integrations"."file_chunks" ALTER COLUMN "bytes" SET STORAGE EXTERNAL;
      ${outboxTableSql('integrations')}`);
    for (const table of owned)
      await runner.query(`
        ALTER TABLE "integrations"."${table}" ENABLE ROW LEVEL SECURITY;
        ALTER TABLE "integrations"."${table}" FORCE ROW LEVEL SECURITY;
        CREATE POLICY "own_rows" ON "integrations"."${table}" USING (${own}) WITH CHECK (${own});`);
    await runner.query(`
      ALTER TABLE "integrations"."file_chunks" ENABLE ROW LEVEL SECURITY;
      ALTER TABLE "integrations"."file_chunks" FORCE ROW LEVEL SECURITY;
      CREATE POLICY "own_files" ON "integrations"."file_chunks"
        USING (EXISTS (SELECT FROM "integrations"."files" WHERE "files"."id" = "file_id"));
      GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA "integrations" TO "swb_integrations";
      GRANT USAGE ON ALL SEQUENCES IN SCHEMA "integrations" TO "swb_integrations";`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['outbox', 'file_chunks', 'files', 'proposals', 'runs'])
      await runner.query(`DROP TABLE "integrations"."${table}"`);
  }
}
