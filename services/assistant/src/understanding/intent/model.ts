import { readFileSync } from 'node:fs';

/** A linear model: one row of weights for each feature that carries information. */
export interface ModelFile {
  readonly labels: readonly string[];
  /** Multiplies the stored whole numbers. */
  readonly scale: number;
  /** Base64 of little-endian unsigned 32-bit feature hashes. */
  readonly hashes: string;
  /** Base64 of signed bytes, a row of labels for each hash. */
  readonly weights: string;
}

interface Scored {
  readonly label: string;
  /** Share of all labels, 0 to 1. */
  readonly share: number;
}

/** The trained weights, ready to be asked. */
class LinearModel {
  readonly labels: readonly string[];
  private readonly rows = new Map<number, number>();
  private readonly weights: Int8Array;
  private readonly scale: number;

  constructor(file: ModelFile) {
    this.labels = file.labels;
    this.scale = file.scale;
    const hashes = Buffer.from(file.hashes, 'base64');
    for (let row = 0; row * 4 < hashes.length; row++) this.rows.set(hashes.readUInt32LE(row * 4), row);
    const bytes = Buffer.from(file.weights, 'base64');
    this.weights = new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length);
  }

  /** Shares of all labels for a message's features, the largest first. */
  rank(features: readonly number[]): Scored[] {
    const width = this.labels.length;
    const sums = new Float64Array(width);
    for (const feature of features) {
      const row = this.rows.get(feature);
      if (row === undefined) continue;
      for (let label = 0; label < width; label++) sums[label]! += this.weights[row * width + label]!;
    }
    const factor = this.scale / Math.sqrt(Math.max(features.length, 1));
    const top = Math.max(...sums);
    const raised = Array.from(sums, (sum) => Math.exp((sum - top) * factor));
    const total = raised.reduce((sum, value) => sum + value, 0);
    return this.labels
      .map((label, index) => ({ label, share: (raised[index] ?? 0) / total }))
      .sort((a, b) => b.share - a.share);
  }
}

let shipped: LinearModel | undefined;

/** The model that comes with the hub, read once. */
export function shippedModel(): LinearModel {
  shipped ??= new LinearModel(
    JSON.parse(readFileSync(new URL('./intent-model.json', import.meta.url), 'utf8')) as ModelFile,
  );
  return shipped;
}
