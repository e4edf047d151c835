import { ms, type Row } from './row.ts';
import { bench as measure } from './understanding.ts';

/** Words to frames, one message at a time. */
export async function bench(): Promise<Row[]> {
  const { p50Ms, p99Ms } = await measure();
  const ok = p50Ms <= 5 && p99Ms <= 30;
  return [
    { what: 'parser, per message', measured: `p50 ${ms(p50Ms)}, p99 ${ms(p99Ms)}`, bar: 'p50 5 ms, p99 30 ms', ok },
  ];
}
