import { startScript } from './child.ts';
import { percentile } from './row.ts';

export interface Target {
  readonly url: string;
  readonly method?: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export type LoadPlan =
  | { kind: 'steady'; targets: readonly Target[]; perSecond: number; warmUpMs: number; forMs: number }
  | { kind: 'full'; targets: readonly Target[]; inFlight: number; forMs: number; turns: number };

export interface LoadResult {
  readonly latencies: readonly number[];
  readonly failed: number;
  /** Requests in all, the warm-up's too. */
  readonly total: number;
  /** The median of all turns. */
  readonly perSecond: number;
  /** Requests a second of each turn. */
  readonly rates: readonly number[];
}

/** Runs a plan in a process of its own. @throws where a target answered with anything but success. */
export async function runLoad(plan: LoadPlan): Promise<LoadResult[]> {
  await using child = await startScript('load.ts', [JSON.stringify(plan)], /^done .*\n/m);
  const results = JSON.parse(child.line.slice(5)) as LoadResult[];
  for (const [at, { failed }] of results.entries())
    if (failed > 0) throw new Error(`${failed} requests to ${plan.targets[at]?.url} failed.`);
  return results;
}

export const added = (hub: LoadResult, direct: LoadResult) => ({
  p50: percentile(hub.latencies, 0.5) - percentile(direct.latencies, 0.5),
  p99: percentile(hub.latencies, 0.99) - percentile(direct.latencies, 0.99),
});

/** The median over all turns of how much of the yardstick's rate was reached: a busy machine slows both of a turn. */
export const ratioOf = (hub: LoadResult, yardstick: LoadResult): number =>
  percentile(
    hub.rates.map((rate, turn) => rate / (yardstick.rates[turn] ?? Number.NaN)),
    0.5,
  );
