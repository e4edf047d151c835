import { expect, test } from '@jest/globals';
import pg from 'pg';
import { createTestDatabase } from './postgres.ts';

async function query(url: string, text: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

test('two databases of one run share nothing', async () => {
  await using first = await createTestDatabase();
  await using second = await createTestDatabase();

  await query(first.url, 'CREATE TABLE mine (n int)');

  await expect(query(second.url, 'SELECT * FROM mine')).rejects.toThrow('does not exist');
});

test('a template is prepared once and copied for every database that asks for it', async () => {
  let prepared = 0;
  const prepare = async (url: string) => {
    prepared += 1;
    await query(url, 'CREATE TABLE seeded AS SELECT 7 AS n');
  };

  await using first = await createTestDatabase({ template: 'example', prepare });
  await using second = await createTestDatabase({ template: 'example', prepare });

  expect(await query(first.url, 'SELECT n FROM seeded')).toEqual([{ n: 7 }]);
  expect(await query(second.url, 'SELECT n FROM seeded')).toEqual([{ n: 7 }]);
  expect(prepared).toBe(1);
});
