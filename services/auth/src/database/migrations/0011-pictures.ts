import type { MigrationInterface, QueryRunner } from 'typeorm';
import { guardTable } from '../policies.ts';

/** Pictures of connected accounts, kept so that no browser asks the provider for them. */
export class Pictures1790000000011 implements MigrationInterface {
  readonly name = 'Pictures1790000000011';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE auth.account_picture (
        connection_id uuid PRIMARY KEY REFERENCES auth.connection (id) ON DELETE CASCADE,
        hub_id uuid NOT NULL,
        member_id uuid NOT NULL,
        media_type text NOT NULL CHECK (media_type IN ('image/png', 'image/jpeg', 'image/gif', 'image/webp')),
        content bytea NOT NULL CHECK (octet_length(content) <= 262144)
      );
      ALTER TABLE auth.connection ADD COLUMN picture_at timestamptz;`);
    await runner.query(guardTable('auth.account_picture', 'member'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE auth.account_picture;
      ALTER TABLE auth.connection DROP COLUMN picture_at;`);
  }
}
