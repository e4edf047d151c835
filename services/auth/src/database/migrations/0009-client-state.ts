import type { MigrationInterface, QueryRunner } from 'typeorm';
import { guardTable } from '../policies.ts';

/** What is known of a client, whether it is stored here or set by the environment. */
export class ClientState1790000000009 implements MigrationInterface {
  readonly name = 'ClientState1790000000009';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE auth.client_state (
        hub_id uuid NOT NULL,
        registration text NOT NULL,
        client_id text NOT NULL,
        testing boolean NOT NULL DEFAULT false,
        check_result text CHECK (check_result IN ('works', 'refused', 'could_not_tell')),
        check_message text,
        checked_at timestamptz,
        PRIMARY KEY (hub_id, registration, client_id)
      );
      ALTER TABLE auth.provider_client DROP COLUMN testing;`);
    await runner.query(guardTable('auth.client_state', 'service'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE auth.client_state;
      ALTER TABLE auth.provider_client ADD COLUMN testing boolean NOT NULL DEFAULT false;`);
  }
}
