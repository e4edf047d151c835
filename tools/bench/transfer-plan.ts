import { startScript } from './child.ts';
import { percentile } from './row.ts';

export const transferBytes = 100 * 1_000 * 1_000;

export interface Transfer {
  readonly url: string;
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly headers?: Readonly<Record<string, string>>;
  /** Sends as many bytes where told; receives them otherwise. */
  readonly uploads?: boolean;
}

export interface TransferPlan {
  /** Each in turn, so that a busy machine slows all of a round. */
  readonly transfers: readonly Transfer[];
  readonly rounds: number;
  /** The process whose memory is watched while the first of the transfers runs. */
  readonly watchPid: number;
}

export interface TransferResult {
  /** Bytes a second of each round, by transfer. */
  readonly rates: readonly (readonly number[])[];
  /** Most bytes that the watched process held beyond what it had before, in any round. */
  readonly extraBytes: number;
  /** The body of the last answer of each transfer, where it is small. */
  readonly answers: readonly string[];
}

/** Runs a plan in a process of its own. @throws where a transfer did not arrive whole. */
export async function runTransfers(plan: TransferPlan): Promise<TransferResult> {
  await using child = await startScript('transfer.ts', [JSON.stringify(plan)], /^done .*\n/m, { withinMs: 300_000 });
  return JSON.parse(child.line.slice(5)) as TransferResult;
}

/** The median over all rounds of how much of the yardstick's speed was reached. */
export const speedRatio = ({ rates: [hub = [], bare = []] }: TransferResult): number =>
  percentile(
    hub.map((rate, round) => rate / (bare[round] ?? Number.NaN)),
    0.5,
  );

export const megabytes = (rates: readonly number[] = []): string => `${(percentile(rates, 0.5) / 1e6).toFixed(0)} MB/s`;
