/** The load, in a process of its own: `load.ts <plan as JSON>`. Prints one line of JSON and ends. */
import { createRequire } from 'node:module';
import { setTimeout as sleep } from 'node:timers/promises';
import type { LoadPlan, LoadResult, Target } from './load-plan.ts';

const require = createRequire(new URL('../../packages/egress/package.json', import.meta.url));
const { Pool } = require('undici') as typeof import('undici');
const plan = JSON.parse(process.argv[2] ?? '{}') as LoadPlan;
const pools = plan.targets.map(({ url }) => new Pool(new URL(url).origin, { connections: 64, pipelining: 1 }));
const paths = plan.targets.map(({ url }) => url.slice(new URL(url).origin.length));

async function call(at: number, { method = 'GET', headers = {}, body }: Target): Promise<boolean> {
  const { statusCode, body: answer } = await pools[at]!.request({ path: paths[at] ?? '/', method, headers, body });
  await answer.dump({ limit: 1_000_000 });
  return statusCode < 300;
}

/** Every target at the same steady rate, their requests between each other's; latency counts from when one was due. */
async function steady({ perSecond, forMs, warmUpMs }: Extract<LoadPlan, { kind: 'steady' }>): Promise<LoadResult[]> {
  const results = plan.targets.map(() => ({ latencies: [] as number[], failed: 0 }));
  const pending: Promise<void>[] = [];
  const between = 1000 / perSecond;
  const started = performance.now();
  for (let round = 0; round * between < forMs + warmUpMs; round++) {
    for (const [at, target] of plan.targets.entries()) {
      const due = started + round * between + (at * between) / plan.targets.length;
      const wait = due - performance.now();
      if (wait > 0) await sleep(wait);
      const sent = performance.now();
      pending.push(
        call(at, target).then((ok) => {
          if (!ok) results[at]!.failed += 1;
          // A timer of this process that fires late is no latency of the target: more than a beat late counts.
          const since = sent - due > between ? due : sent;
          if (round * between >= warmUpMs) results[at]!.latencies.push(performance.now() - since);
        }),
      );
    }
  }
  await Promise.all(pending);
  return results.map(({ latencies, failed }) => ({ latencies, failed, perSecond, total: latencies.length, rates: [] }));
}

/** Until the code of both is compiled as well as it will be. */
const warmUpTurns = 4;

/** Each target in turn, several times, as fast as it answers with so many requests in flight. */
async function full({ inFlight, forMs, turns }: Extract<LoadPlan, { kind: 'full' }>): Promise<LoadResult[]> {
  const results = plan.targets.map(() => ({ latencies: [] as number[], failed: 0, rates: [] as number[], total: 0 }));
  for (let turn = -warmUpTurns; turn < turns; turn++) {
    for (const [at, target] of plan.targets.entries()) {
      const until = performance.now() + forMs;
      const started = performance.now();
      let done = 0;
      const lane = async (): Promise<void> => {
        while (performance.now() < until) {
          const sent = performance.now();
          if (!(await call(at, target))) results[at]!.failed += 1;
          done += 1;
          results[at]!.total += 1;
          if (turn >= 0) results[at]!.latencies.push(performance.now() - sent);
        }
      };
      await Promise.all(Array.from({ length: inFlight }, lane));
      if (turn >= 0) results[at]!.rates.push((done * 1000) / (performance.now() - started));
    }
  }
  return results.map(({ latencies, failed, rates, total }) => ({
    latencies: latencies.slice(0, 5_000),
    failed,
    total,
    perSecond: [...rates].sort((a, b) => a - b)[rates.length >> 1] ?? 0,
    rates,
  }));
}

setTimeout(() => process.exit(1), 180_000).unref();
const results = plan.kind === 'steady' ? await steady(plan) : await full(plan);
process.stdout.write(`done ${JSON.stringify(results)}\n`);
await Promise.all(pools.map((pool) => pool.close()));
