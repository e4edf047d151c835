import { expect, test } from '@jest/globals';
import { createTestDatabase } from '@switchboard/testing';
import { DataSource } from 'typeorm';
import { createAuthDatabase, runSql } from '../testing/test-database.ts';
import { entities } from './entities.ts';
import { migrations } from './migrations.ts';

interface ColumnRow {
  table_name: string;
  column_name: string;
  is_nullable: 'YES' | 'NO';
  udt_name: string;
}

const namesInPostgres: Record<string, string> = { integer: 'int4', bigint: 'int8', boolean: 'bool' };

test('entities and schema name the same columns with the same types', async () => {
  await using database = await createAuthDatabase();
  const source = new DataSource({ type: 'postgres', url: database.urlAs('auth'), schema: 'auth', entities });
  await source.initialize();
  const rows = await runSql<ColumnRow>(
    database.ownerUrl,
    `SELECT table_name, column_name, is_nullable, udt_name FROM information_schema.columns WHERE table_schema = 'auth'`,
  );

  for (const { tableName, columns } of source.entityMetadatas) {
    const declared = columns.map((column) => {
      const type = namesInPostgres[String(column.type)] ?? String(column.type);
      return `${column.databaseName} ${column.isArray ? `_${type}` : type}${column.isNullable ? ' null' : ''}`;
    });
    const stored = rows
      .filter((row) => row.table_name === tableName)
      .map((row) => `${row.column_name} ${row.udt_name}${row.is_nullable === 'YES' ? ' null' : ''}`);
    expect({ tableName, columns: declared.sort() }).toEqual({ tableName, columns: stored.sort() });
  }
  await source.destroy();
});

test('A-2 without saying for whom it acts a transaction sees no row, even as the owner of the tables', async () => {
  await using database = await createAuthDatabase();
  const tables = await runSql<{ tablename: string; forced: boolean }>(
    database.ownerUrl,
    `SELECT t.tablename, c.relforcerowsecurity AS forced FROM pg_tables t JOIN pg_class c
      ON c.oid = format('%I.%I', t.schemaname, t.tablename)::regclass
      WHERE t.schemaname = 'auth' AND t.tablename <> 'migrations'`,
  );

  expect(tables.length).toBeGreaterThan(10);
  expect(tables.filter(({ forced }) => !forced)).toEqual([]);
});

test('R-9 the migrations run down and up again', async () => {
  await using prepared = await createAuthDatabase();
  await using database = await createTestDatabase();
  await runSql(database.url, 'CREATE SCHEMA auth');
  const source = new DataSource({ type: 'postgres', url: database.url, schema: 'auth', migrations: [...migrations] });
  await source.initialize();
  await source.runMigrations({ transaction: 'each' });
  for (let undone = 0; undone < migrations.length; undone++) await source.undoLastMigration({ transaction: 'each' });
  const [{ count }] = (await source.query(
    `SELECT count(*)::int AS count FROM pg_tables WHERE schemaname IN ('auth', 'audit') AND tablename <> 'migrations'`,
  )) as [{ count: number }];

  expect(count).toBe(0);
  expect(await source.runMigrations({ transaction: 'each' })).toHaveLength(migrations.length);
  await source.destroy();
  expect(prepared.ownerUrl).toBeTruthy();
});
