import { expect, test } from '@jest/globals';
import { ChainCheck, type ChainRow, rowHash } from './chain.ts';

function chain(length: number): ChainRow[] {
  const rows: ChainRow[] = [];
  for (let sequence = 1; sequence <= length; sequence++) {
    const previous = rows.at(-1)?.hash ?? Buffer.alloc(0);
    const content = {
      hub: '01990000-0000-7000-8000-000000000001',
      sequence: String(sequence),
      moment: '2026-11-21T07:00:00.000000',
      service: 'auth',
      event: 'session.signed_in',
      member: null,
      actor: 'anonymous',
      subject: null,
      outcome: 'ok',
      details: '{}',
      trace: null,
    };
    rows.push({ ...content, previous_hash: previous, hash: rowHash(previous, content) });
  }
  return rows;
}

function problemOf(rows: readonly ChainRow[], told = chain(5)): string | undefined {
  const check = new ChainCheck(new Set([told.length]));
  for (const row of rows) check.add(row);
  check.end({ sequence: told.length, hash: told.at(-1)?.hash.toString('hex') ?? '' });
  return check.problem;
}

test('L-1 an untouched chain is whole', () => {
  expect(problemOf(chain(5))).toBeUndefined();
});

test('L-1 an edited, deleted, inserted or moved row and a cut tail are all found', () => {
  const rows = chain(5);
  const edited = rows.map((row, at) => (at === 2 ? { ...row, outcome: 'denied' } : row));
  const inserted = [...rows.slice(0, 2), { ...rows[2]!, sequence: '3' }, ...rows.slice(2)];
  const moved = [rows[0]!, rows[2]!, rows[1]!, rows[3]!, rows[4]!];

  expect(problemOf(edited)).toBe('Row 3 was changed.');
  expect(problemOf(rows.filter((_, at) => at !== 2))).toBe('Row 3 is missing or out of order.');
  expect(problemOf(inserted)).toBe('Row 4 is missing or out of order.');
  expect(problemOf(moved)).toBe('Row 2 is missing or out of order.');
  expect(problemOf(rows.slice(0, 4))).toBe('The chain ends at row 4, but row 5 was written.');
});

test('L-1 fields cannot be shifted into each other', () => {
  const row = chain(1)[0]!;
  const shifted = { ...row, actor: 'anonymou', subject: 's' };

  expect(rowHash(Buffer.alloc(0), shifted).equals(row.hash)).toBe(false);
});
