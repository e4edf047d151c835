import type { MigrationInterface, QueryRunner } from 'typeorm';
import { guardTable } from '../policies.ts';

const tables = ['hub', 'member', 'sign_in_account', 'invitation', 'session', 'api_key', 'limit_bucket'];

/** The hub, its people, and how they show who they are. */
export class People1790000000002 implements MigrationInterface {
  readonly name = 'People1790000000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE auth.hub (
        singleton boolean PRIMARY KEY DEFAULT true CHECK (singleton),
        id uuid NOT NULL,
        name text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT clock_timestamp()
      );
      CREATE TABLE auth.member (
        id uuid PRIMARY KEY,
        hub_id uuid NOT NULL,
        name text NOT NULL,
        email text NOT NULL,
        role text NOT NULL CHECK (role IN ('owner', 'admin', 'member')),
        password_hash text,
        time_zone text NOT NULL DEFAULT 'UTC',
        picture text,
        joined_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        last_seen_at timestamptz,
        removed_at timestamptz
      );
      CREATE UNIQUE INDEX member_email ON auth.member (hub_id, lower(email)) WHERE removed_at IS NULL;
      CREATE UNIQUE INDEX member_owner ON auth.member (hub_id) WHERE role = 'owner' AND removed_at IS NULL;
      CREATE TABLE auth.sign_in_account (
        id uuid PRIMARY KEY,
        hub_id uuid NOT NULL,
        member_id uuid NOT NULL,
        provider text NOT NULL,
        environment text NOT NULL CHECK (environment IN ('sandbox', 'live')),
        subject text NOT NULL,
        email text,
        created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        UNIQUE (hub_id, provider, environment, subject)
      );
      CREATE INDEX sign_in_account_member ON auth.sign_in_account (member_id);
      CREATE TABLE auth.invitation (
        id uuid PRIMARY KEY,
        hub_id uuid NOT NULL,
        member_id uuid NOT NULL,
        email text NOT NULL,
        role text NOT NULL CHECK (role IN ('admin', 'member')),
        token_hash bytea NOT NULL UNIQUE,
        created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        expires_at timestamptz NOT NULL
      );`);
    await runner.query(`
      CREATE TABLE auth.session (
        id uuid PRIMARY KEY,
        hub_id uuid NOT NULL,
        member_id uuid NOT NULL,
        token_hash bytea NOT NULL UNIQUE,
        created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        last_seen_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        expires_at timestamptz NOT NULL,
        authenticated_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        user_agent text,
        address text
      );
      CREATE INDEX session_member ON auth.session (member_id);
      CREATE INDEX session_expires_at ON auth.session (expires_at);
      CREATE TABLE auth.api_key (
        id uuid PRIMARY KEY,
        hub_id uuid NOT NULL,
        member_id uuid NOT NULL,
        name text NOT NULL,
        scopes text[] NOT NULL,
        connection_id uuid,
        prefix text NOT NULL,
        mac bytea NOT NULL,
        created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        expires_at timestamptz NOT NULL,
        last_used_at timestamptz
      );
      CREATE INDEX api_key_member ON auth.api_key (member_id);
      CREATE TABLE auth.limit_bucket (
        key text PRIMARY KEY,
        started_at timestamptz NOT NULL,
        count integer NOT NULL
      );
      CREATE INDEX limit_bucket_started_at ON auth.limit_bucket (started_at);`);
    for (const table of ['hub', 'member', 'sign_in_account', 'invitation', 'limit_bucket'])
      await runner.query(guardTable(`auth.${table}`, 'service'));
    for (const table of ['session', 'api_key']) await runner.query(guardTable(`auth.${table}`, 'member'));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of tables) await runner.query(`DROP TABLE auth.${table}`);
  }
}
