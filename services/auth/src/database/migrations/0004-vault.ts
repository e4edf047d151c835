import type { MigrationInterface, QueryRunner } from 'typeorm';
import { guardTable } from '../policies.ts';

const tables = ['provider_client', 'secret', 'ring_process', 'ring_check', 'shredded', 'envelope'];

/** Envelopes and what proves and moves the keys that wrap them; only `auth`'s role may read any of it (V-9). */
export class Vault1790000000004 implements MigrationInterface {
  readonly name = 'Vault1790000000004';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE auth.envelope (
        owner_id uuid NOT NULL,
        purpose text NOT NULL,
        hub_id uuid NOT NULL,
        member_id uuid NOT NULL,
        provider text NOT NULL,
        environment text NOT NULL,
        credential_version integer NOT NULL,
        key_id text NOT NULL,
        sealed bytea NOT NULL,
        written_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        PRIMARY KEY (owner_id, purpose)
      );
      CREATE INDEX envelope_key_id ON auth.envelope (key_id);
      CREATE TABLE auth.shredded (owner_id uuid PRIMARY KEY, at timestamptz NOT NULL DEFAULT clock_timestamp());
      CREATE TABLE auth.ring_check (
        key_id text PRIMARY KEY,
        check_value text NOT NULL,
        wraps bigint NOT NULL DEFAULT 0,
        retired_at timestamptz
      );
      CREATE TABLE auth.ring_process (
        process text PRIMARY KEY,
        key_ids text[] NOT NULL,
        active text NOT NULL,
        seen_at timestamptz NOT NULL DEFAULT clock_timestamp()
      );
      CREATE TABLE auth.secret (
        id uuid PRIMARY KEY,
        hub_id uuid NOT NULL,
        member_id uuid NOT NULL,
        name text NOT NULL,
        last_four text NOT NULL,
        version integer NOT NULL,
        created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        rotated_at timestamptz,
        UNIQUE (hub_id, member_id, name)
      );
      CREATE TABLE auth.provider_client (
        id uuid PRIMARY KEY,
        hub_id uuid NOT NULL,
        member_id uuid NOT NULL,
        provider text NOT NULL,
        client_id text NOT NULL,
        version integer NOT NULL,
        updated_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        UNIQUE (hub_id, provider)
      );`);
    for (const table of ['envelope', 'shredded', 'ring_check', 'ring_process', 'provider_client'])
      await runner.query(guardTable(`auth.${table}`, 'service'));
    await runner.query(guardTable('auth.secret', 'member'));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of tables) await runner.query(`DROP TABLE auth.${table}`);
  }
}
