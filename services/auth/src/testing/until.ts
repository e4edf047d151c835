import { setTimeout as sleep } from 'node:timers/promises';

/** Waits for something to become so. @throws Error after half a minute. */
export async function until<T>(find: () => Promise<T | undefined | false> | T | undefined | false): Promise<T> {
  for (let waited = 0; waited < 30_000; waited += 50) {
    const found = await find();
    if (found !== undefined && found !== false) return found;
    await sleep(50);
  }
  throw new Error('It never became so.');
}
