import type { MigrationInterface, QueryRunner } from 'typeorm';

const account = (columns: string): string => `
  DROP INDEX auth.connection_account;
  CREATE UNIQUE INDEX connection_account ON auth.connection (${columns})
    WHERE status IN ('active', 'reconnect_required');`;

/** A flow knows by which of the provider's methods it goes; one account may be connected once by each. */
export class Methods1790000000007 implements MigrationInterface {
  readonly name = 'Methods1790000000007';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE auth.flow ADD COLUMN method text NOT NULL DEFAULT 'oauth'`);
    await runner.query(account('hub_id, member_id, provider, method, environment, subject'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(account('hub_id, member_id, provider, environment, subject'));
    await runner.query('ALTER TABLE auth.flow DROP COLUMN method');
  }
}
