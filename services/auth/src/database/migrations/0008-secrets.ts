import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A secret knows whose key it is and what the last check found; connections know the secret they were made with. */
export class Secrets1790000000008 implements MigrationInterface {
  readonly name = 'Secrets1790000000008';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE auth.secret
        ADD COLUMN provider text,
        ADD COLUMN method text,
        ADD COLUMN settings jsonb NOT NULL DEFAULT '{}',
        ADD COLUMN account text,
        ADD COLUMN checked_at timestamptz,
        ADD COLUMN check_result text CHECK (check_result IN ('works', 'refused', 'could_not_tell')),
        ADD COLUMN check_message text;
      ALTER TABLE auth.connection ADD COLUMN secret_id uuid;
      CREATE INDEX connection_secret ON auth.connection (secret_id) WHERE secret_id IS NOT NULL;
      CREATE INDEX entry_issued ON audit.entry (hub_id, subject, sequence) WHERE event = 'credential.issued';`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX audit.entry_issued;
      ALTER TABLE auth.connection DROP COLUMN secret_id;
      ALTER TABLE auth.secret DROP COLUMN provider, DROP COLUMN method, DROP COLUMN settings, DROP COLUMN account,
        DROP COLUMN checked_at, DROP COLUMN check_result, DROP COLUMN check_message;`);
  }
}
