import { expect, test } from '@jest/globals';
import { once } from 'node:events';
import type { Files } from '@switchboard/provider-kit';
import { Patience } from './patience.ts';

const caller = () => new AbortController();
const files = { open: () => Promise.resolve('opened'), save: () => Promise.resolve('saved') } as unknown as Files;

test('an action that moves no file is given up in time', async () => {
  const { signal } = new Patience(caller().signal, 20);
  const alive = setInterval(() => undefined, 10);

  await once(signal, 'abort');

  clearInterval(alive);
  expect(signal.aborted).toBe(true);
});

test.each(['open', 'save'] as const)('an action that is to %s a file is waited for', async (does) => {
  const patience = new Patience(caller().signal, 30);
  const idle = new Patience(caller().signal, 60);
  const alive = setInterval(() => undefined, 10);

  await patience.with(files)[does]('x' as never, 'y' as never);
  // Begun later and longer: when it is given up, the other would have been.
  await once(idle.signal, 'abort');

  clearInterval(alive);
  expect(patience.signal.aborted).toBe(false);
});

test('a caller who leaves ends it whatever it does', async () => {
  const leaving = caller();
  const patience = new Patience(leaving.signal);

  await patience.with(files).open('x');
  leaving.abort();

  expect(patience.signal.aborted).toBe(true);
});
