import type { MigrationInterface, QueryRunner } from 'typeorm';

const policy = `
  current_setting('swb.service', true) = 'on' OR (
    hub_id = nullif(current_setting('swb.hub', true), '')::uuid
    AND member_id = nullif(current_setting('swb.member', true), '')::uuid)`;

/** Answers kept for Idempotency-Key, and request counts that outlive a restart. */
export class IdempotencyAndLimits1795000000000 implements MigrationInterface {
  readonly name = 'IdempotencyAndLimits1795000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE "gateway"."idempotency" (
        "hub_id" uuid NOT NULL,
        "member_id" uuid NOT NULL,
        "caller" text NOT NULL,
        "key" text NOT NULL,
        "fingerprint" text NOT NULL,
        "state" text NOT NULL DEFAULT 'running' CHECK ("state" IN ('running', 'done', 'secret')),
        "status" integer,
        "content_type" text,
        "body" text,
        "created_at" timestamptz NOT NULL DEFAULT clock_timestamp(),
        PRIMARY KEY ("hub_id", "member_id", "caller", "key")
      );
      CREATE INDEX "idempotency_created_at" ON "gateway"."idempotency" ("created_at");
      ALTER TABLE "gateway"."idempotency" ENABLE ROW LEVEL SECURITY;
      ALTER TABLE "gateway"."idempotency" FORCE ROW LEVEL SECURITY;
      CREATE POLICY "own_rows" ON "gateway"."idempotency" USING (${policy}) WITH CHECK (${policy});

      CREATE TABLE "gateway"."rate_limits" (
        "key" text NOT NULL,
        "window" bigint NOT NULL,
        "count" integer NOT NULL,
        PRIMARY KEY ("key", "window")
      );
      CREATE INDEX "rate_limits_window" ON "gateway"."rate_limits" ("window");

      GRANT USAGE ON SCHEMA "gateway" TO "swb_gateway";
      GRANT SELECT, INSERT, UPDATE, DELETE ON "gateway"."idempotency", "gateway"."rate_limits" TO "swb_gateway";`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE "gateway"."rate_limits"; DROP TABLE "gateway"."idempotency"`);
  }
}
