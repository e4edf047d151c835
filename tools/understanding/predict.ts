import { readFileSync } from 'node:fs';
import { datetimePrediction, intentPrediction } from '../../services/assistant/src/understanding/benchmark-mapping.ts';

interface Row {
  readonly id: string;
  readonly text: string;
  readonly ref: string;
  readonly prev?: string;
}

/** Prints our answers to a benchmark file, one JSON line a row: `node tools/understanding/predict.ts intent|datetime FILE[,FILE]`. */
function predict(kind: string | undefined, files: string | undefined): void {
  if ((kind !== 'intent' && kind !== 'datetime') || files === undefined) {
    process.stderr.write('Usage: node tools/understanding/predict.ts intent|datetime FILE[,FILE]\n');
    process.exitCode = 2;
    return;
  }
  const lines = files.split(',').flatMap((file) => readFileSync(file, 'utf8').split('\n'));
  for (const line of lines.filter((text) => text !== '')) {
    const row = JSON.parse(line) as Row;
    const answer =
      kind === 'intent'
        ? { intent: intentPrediction(row.text, row.prev) }
        : { entities: datetimePrediction(row.text, row.ref) };
    process.stdout.write(`${JSON.stringify({ id: row.id, ...answer })}\n`);
  }
}

predict(process.argv[2], process.argv[3]);
