import { setTimeout as sleep } from 'node:timers/promises';

interface Stoppable {
  stop(): Promise<void>;
}

export interface SuperviseOptions<T> {
  /** For the message when it is given up. */
  readonly name: string;
  /** @param again what ran before, when it is started again: its port and address stay. */
  start(onExit: (reason: string) => void, again: T | undefined): Promise<T>;
  /** It ended five times within a minute, or could not be started again. */
  readonly onGiveUp: (message: string) => void;
}

export interface Supervised<T> extends Stoppable {
  readonly current: T;
}

const allowedEnds = 5;
const withinMs = 60_000;
const pauseMs = 300;

/** Starts a part of the hub and starts it again when it ends unasked. */
export async function supervise<T extends Stoppable>(options: SuperviseOptions<T>): Promise<Supervised<T>> {
  const ends: number[] = [];
  let stopping = false;
  let current: T;
  let starting: Promise<unknown> = Promise.resolve();

  const restart = async (reason: string): Promise<void> => {
    const now = performance.now();
    ends.push(now);
    while (ends.length > 0 && (ends[0] ?? now) < now - withinMs) ends.shift();
    if (ends.length > allowedEnds) return options.onGiveUp(`${options.name} keeps ending (${reason}).`);
    await sleep(pauseMs);
    if (stopping) return;
    try {
      current = await options.start(onExit, current);
    } catch (error) {
      options.onGiveUp(`${options.name} ended (${reason}) and did not start again: ${(error as Error).message}`);
    }
  };
  const onExit = (reason: string): void => {
    if (!stopping) starting = restart(reason);
  };

  current = await options.start(onExit, undefined);
  return {
    get current() {
      return current;
    },
    stop: async () => {
      stopping = true;
      await starting;
      await current.stop();
    },
  };
}
