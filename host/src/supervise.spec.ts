import { expect, test } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { supervise } from './supervise.ts';

interface Part {
  readonly port: number;
  stop(): Promise<void>;
}

/** A part that ends when told to, and remembers how often it was started. */
function fakePart() {
  const ends: ((reason: string) => void)[] = [];
  const stopped: number[] = [];
  const start = async (onExit: (reason: string) => void, before: Part | undefined): Promise<Part> => {
    ends.push(onExit);
    const port = before?.port ?? 4000;
    return { port, stop: async () => void stopped.push(port) };
  };
  return { start, ends, stopped };
}

test('a part that ends unasked is started again where it was', async () => {
  const { start, ends, stopped } = fakePart();
  const given: string[] = [];
  const part = await supervise({ name: 'The part', start, onGiveUp: (message) => given.push(message) });

  ends[0]?.('SIGKILL');
  await sleep(400);
  await part.stop();

  expect(ends).toHaveLength(2);
  expect(part.current.port).toBe(4000);
  expect([stopped, given]).toEqual([[4000], []]);
});

test('a part that keeps ending is given up with its last reason', async () => {
  const { start, ends } = fakePart();
  const given = Promise.withResolvers<string>();
  await supervise({ name: 'The part', start, onGiveUp: given.resolve });

  for (let at = 0; at < 6; at += 1) {
    ends.at(-1)?.('exit code 1');
    await sleep(350);
  }

  expect(await given.promise).toBe('The part keeps ending (exit code 1).');
});

test('a part that does not start again is given up with the reason', async () => {
  const given = Promise.withResolvers<string>();
  const ends: ((reason: string) => void)[] = [];
  const start = async (onExit: (reason: string) => void) => {
    if (ends.push(onExit) > 1) throw new Error('no room');
    return { stop: async () => undefined };
  };
  await supervise({ name: 'The part', start, onGiveUp: given.resolve });

  ends[0]?.('SIGKILL');

  expect(await given.promise).toBe('The part ended (SIGKILL) and did not start again: no room');
});

test('an end during a stop starts nothing', async () => {
  const { start, ends } = fakePart();
  const part = await supervise({ name: 'The part', start, onGiveUp: () => undefined });

  await part.stop();
  ends[0]?.('SIGTERM');
  await sleep(350);

  expect(ends).toHaveLength(1);
});
