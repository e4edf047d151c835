import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What ran on one connection is counted without reading what ran on the others. */
export class Usage1790000000002 implements MigrationInterface {
  readonly name = 'Usage1790000000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE INDEX "runs_connection" ON "integrations"."runs" ("connection_id", "started_at")
      INCLUDE ("hub_id", "member_id", "action", "status", "duration_ms")`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX "integrations"."runs_connection"');
  }
}
