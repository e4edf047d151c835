import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { datetimePrediction, intentPrediction } from './benchmark-mapping.ts';

const folder = path.resolve(import.meta.dirname, '../../../../../shared/benchmarks/assistant');
const present = existsSync(path.join(folder, 'scoring/score.mjs'));

interface Row {
  readonly id: string;
  readonly text: string;
  readonly ref: string;
  readonly prev?: string;
}

interface Scores {
  readonly score: number;
  readonly [name: string]: unknown;
}

function rowsOf(files: readonly string[]): Row[] {
  const lines = files.flatMap((file) => readFileSync(path.join(folder, file), 'utf8').split('\n'));
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Row);
}

/** Runs the set's own scorer over our answers. */
function score(kind: 'intent' | 'datetime', files: readonly string[], answer: (row: Row) => object): Scores {
  const scratch = mkdtempSync(path.join(tmpdir(), 'understanding-'));
  try {
    const answers = path.join(scratch, 'answers.jsonl');
    writeFileSync(
      answers,
      rowsOf(files)
        .map((row) => JSON.stringify({ id: row.id, ...answer(row) }))
        .join('\n'),
    );
    const gold = files.map((file) => path.join(folder, file)).join(',');
    const scorer = path.join(folder, 'scoring/score.mjs');
    return JSON.parse(
      execFileSync(process.execPath, [scorer, kind, '--gold', gold, '--pred', answers], { encoding: 'utf8' }),
    ) as Scores;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function leftOut(): void {
  process.stdout.write(
    'The assistant benchmarks are not here (../shared/benchmarks/assistant), so they were left out.\n',
  );
}

test('the dev set of dates and times is read at least as well as when last measured', () => {
  if (!present) return leftOut();

  const scores = score('datetime', ['datetime/datetime-dev.jsonl'], (row) => ({
    entities: datetimePrediction(row.text, row.ref),
  }));

  process.stdout.write(`datetime dev: ${JSON.stringify(scores)}\n`);
  expect(scores.score).toBeGreaterThanOrEqual(90);
});

test('the dev set of intents is told apart at least as well as when last measured', () => {
  if (!present) return leftOut();

  const files = ['intent/intent-dev.jsonl', 'intent/intent-dev-sharealike.jsonl'];
  const scores = score('intent', files, (row) => ({ intent: intentPrediction(row.text, row.prev) }));

  process.stdout.write(`intent dev: ${JSON.stringify(scores)}\n`);
  expect(scores.score).toBeGreaterThanOrEqual(81);
}, 120_000);
