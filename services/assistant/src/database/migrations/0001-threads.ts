import type { MigrationInterface, QueryRunner } from 'typeorm';

const own = `current_setting('swb.service', true) = 'on' OR (
  hub_id = nullif(current_setting('swb.hub', true), '')::uuid
  AND member_id = nullif(current_setting('swb.member', true), '')::uuid)`;

export class Threads1767225600001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE "assistant"."threads" (
        "id" uuid PRIMARY KEY, "hub_id" uuid NOT NULL, "member_id" uuid NOT NULL, "title" text NOT NULL,
        "state" jsonb NOT NULL, "created_at" timestamptz NOT NULL, "updated_at" timestamptz NOT NULL
      );
      CREATE INDEX "threads_member" ON "assistant"."threads" ("hub_id", "member_id", "id" DESC);
      CREATE TABLE "assistant"."messages" (
        "id" uuid PRIMARY KEY, "hub_id" uuid NOT NULL, "member_id" uuid NOT NULL,
        "thread_id" uuid NOT NULL REFERENCES "assistant"."threads" ("id") ON DELETE CASCADE,
        "role" text NOT NULL, "parts" jsonb NOT NULL, "created_at" timestamptz NOT NULL
      );
      CREATE INDEX "messages_thread" ON "assistant"."messages" ("thread_id", "id");`);
    for (const table of ['threads', 'messages'])
      await runner.query(`
        ALTER TABLE "assistant"."${table}" ENABLE ROW LEVEL SECURITY;
        ALTER TABLE "assistant"."${table}" FORCE ROW LEVEL SECURITY;
        CREATE POLICY "own_rows" ON "assistant"."${table}" USING (${own}) WITH CHECK (${own});`);
    await runner.query('GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA "assistant" TO "swb_assistant"');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "assistant"."messages"');
    await runner.query('DROP TABLE "assistant"."threads"');
  }
}
