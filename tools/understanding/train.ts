import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { features } from '../../services/assistant/src/understanding/intent/features.ts';
import type { ModelFile } from '../../services/assistant/src/understanding/intent/model.ts';
import { tokenize } from '../../services/assistant/src/understanding/text/tokens.ts';
import { timeExpressions } from '../../services/assistant/src/understanding/time/expressions.ts';
import { ownExamples } from './own-examples.ts';

interface Row {
  readonly text: string;
  readonly accept: readonly string[];
}
interface Example {
  readonly features: number[];
  readonly labels: number[];
  readonly weight: number;
}

const root = path.resolve(import.meta.dirname, '../..');
const bench = path.resolve(root, '../shared/benchmarks/assistant/intent');
const target = path.join(root, 'services/assistant/src/understanding/intent/intent-model.json');
const rounds = Number(process.argv[2] ?? 20);
const keep = Number(process.argv[3] ?? 16_000);

/** Trains multinomial logistic regression (AdaGrad) on the sets whose licences allow it, and writes the model. */
function train(): void {
  const rows = [...read('intent-train.jsonl'), ...read('seed-other-services.jsonl'), ...ownExamples()];
  const labels = [...new Set(rows.flatMap((row) => labelsOf(row)))].sort();
  const examples = rows.map((row) => ({
    features: features(tokenize(row.text), timeExpressions(row.text, { now: 0 })),
    labels: labelsOf(row).map((label) => labels.indexOf(label)),
    weight: 1,
  }));
  const index = new Map<number, number>();
  for (const example of examples)
    for (const feature of example.features) if (!index.has(feature)) index.set(feature, index.size);
  const weights = fit(examples, index, labels.length);
  write(labels, index, weights);
}

function read(name: string): Row[] {
  return readFileSync(path.join(bench, name), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Row);
}

/** "Out of scope or small talk" is learnt as out of scope: both are answered alike. */
function labelsOf(row: Row): string[] {
  const named = row.accept.map((label) => (label === 'chitchat.other' ? 'oos' : label));
  return named.includes('oos') ? ['oos'] : [...new Set(named)];
}

function fit(examples: readonly Example[], index: ReadonlyMap<number, number>, width: number): Float32Array {
  const weights = new Float32Array(index.size * width);
  const squares = new Float32Array(index.size * width).fill(1e-6);
  const order = examples.map((_, at) => at);
  let seed = 7;
  for (let round = 0; round < rounds; round++) {
    for (let at = order.length - 1; at > 0; at--) {
      seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
      const other = seed % (at + 1);
      [order[at], order[other]] = [order[other]!, order[at]!];
    }
    for (const at of order) step(examples[at]!, index, weights, squares, width);
  }
  return weights;
}

function step(
  example: Example,
  index: ReadonlyMap<number, number>,
  weights: Float32Array,
  squares: Float32Array,
  width: number,
): void {
  const rows = example.features.map((feature) => index.get(feature)! * width);
  const norm = 1 / Math.sqrt(rows.length);
  const sums = new Float64Array(width);
  for (const row of rows) for (let label = 0; label < width; label++) sums[label]! += weights[row + label]! * norm;
  const top = Math.max(...sums);
  const raised = Array.from(sums, (sum) => Math.exp(sum - top));
  const total = raised.reduce((sum, value) => sum + value, 0);
  const accepted = example.labels.reduce((sum, label) => sum + raised[label]!, 0);
  for (let label = 0; label < width; label++) {
    const share = raised[label]! / total;
    const wanted = example.labels.includes(label) ? raised[label]! / accepted : 0;
    const slope = (share - wanted) * norm * example.weight;
    if (Math.abs(slope) < 1e-5) continue;
    for (const row of rows) {
      const place = row + label;
      const gradient = slope + 1e-5 * weights[place]!;
      squares[place]! += gradient * gradient;
      weights[place]! -= (0.15 * gradient) / Math.sqrt(squares[place]!);
    }
  }
}

/** Keeps the rows that weigh most, as signed bytes. */
function write(labels: readonly string[], index: ReadonlyMap<number, number>, weights: Float32Array): void {
  const width = labels.length;
  const rows = [...index].map(([feature, row]) => {
    let norm = 0;
    for (let label = 0; label < width; label++) norm += weights[row * width + label]! ** 2;
    return { feature, row, norm };
  });
  rows.sort((a, b) => b.norm - a.norm);
  const kept = rows.slice(0, keep);
  let largest = 0;
  for (const { row } of kept)
    for (let label = 0; label < width; label++) largest = Math.max(largest, Math.abs(weights[row * width + label]!));
  const scale = largest / 127;
  const hashes = Buffer.alloc(kept.length * 4);
  const bytes = Buffer.alloc(kept.length * width);
  kept.forEach(({ feature, row }, at) => {
    hashes.writeUInt32LE(feature, at * 4);
    for (let label = 0; label < width; label++)
      bytes.writeInt8(Math.round(weights[row * width + label]! / scale), at * width + label);
  });
  const file: ModelFile = { labels, scale, hashes: hashes.toString('base64'), weights: bytes.toString('base64') };
  writeFileSync(target, `${JSON.stringify(file)}\n`);
  process.stdout.write(
    `${rows.length} features, ${kept.length} kept, ${labels.length} labels, ${JSON.stringify(file).length} bytes\n`,
  );
}

train();
