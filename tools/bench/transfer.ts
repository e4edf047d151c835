/** Large transfers, in a process of their own: `transfer.ts <plan as JSON>`. Prints one line of JSON and ends. */
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Transfer, transferBytes, type TransferPlan } from './transfer-plan.ts';

const require = createRequire(new URL('../../packages/egress/package.json', import.meta.url));
const { Pool } = require('undici') as typeof import('undici');
const plan = JSON.parse(process.argv[2] ?? '{}') as TransferPlan;
const pools = plan.transfers.map(
  ({ url }) => new Pool(new URL(url).origin, { connections: 1, headersTimeout: 0, bodyTimeout: 0 }),
);
const chunk = randomBytes(64 * 1_024);

function* content(): Generator<Buffer> {
  for (let left = transferBytes; left > 0; left -= chunk.length)
    yield left < chunk.length ? chunk.subarray(0, left) : chunk;
}

/** Bytes a second, and the answer where it is short. */
async function run(
  at: number,
  { url, method, headers = {}, uploads }: Transfer,
): Promise<{ rate: number; answer: string }> {
  const path = url.slice(new URL(url).origin.length);
  const started = performance.now();
  const sent = uploads ? { ...headers, 'content-length': String(transferBytes) } : headers;
  const { statusCode, body } = await pools[at]!.request({
    path,
    method,
    headers: sent,
    ...(uploads && { body: content() as never }),
  });
  let size = 0;
  let answer = '';
  for await (const piece of body as AsyncIterable<Buffer>) {
    size += piece.length;
    if (size < 4_096) answer += piece.toString('latin1');
  }
  const seconds = (performance.now() - started) / 1_000;
  if (statusCode >= 300) throw new Error(`${method} ${url} answered ${statusCode}: ${answer}`);
  if (!uploads && size !== transferBytes) throw new Error(`${url} gave ${size} bytes.`);
  return { rate: transferBytes / seconds, answer: size < 4_096 ? answer : '' };
}

const pageBytes = 4_096;
const heldBy = (pid: number): number => Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * pageBytes;

/** The most that the watched process held while `work` ran, beyond what it held before. */
async function watched<T>(work: () => Promise<T>): Promise<{ value: T; extraBytes: number }> {
  const before = heldBy(plan.watchPid);
  let most = before;
  const timer = setInterval(() => (most = Math.max(most, heldBy(plan.watchPid))), 10);
  const value = await work();
  clearInterval(timer);
  return { value, extraBytes: Math.max(0, most - before) };
}

const rates: number[][] = plan.transfers.map(() => []);
const answers: string[] = plan.transfers.map(() => '');
const extras: number[] = [];
for (let round = -2; round < plan.rounds; round++) {
  for (const [at, transfer] of plan.transfers.entries()) {
    const { value, extraBytes } = await watched(() => run(at, transfer));
    answers[at] = value.answer;
    if (round < 0) continue;
    rates[at]!.push(value.rate);
    if (at === 0) extras.push(extraBytes);
    await sleep(50);
  }
}
process.stdout.write(`done ${JSON.stringify({ rates, answers, extraBytes: Math.max(...extras) })}\n`);
await Promise.all(pools.map((pool) => pool.close()));
