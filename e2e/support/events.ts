import { Client } from './client.ts';
import type { TestHub } from './hub.ts';

interface Heard extends AsyncDisposable {
  /** The data of the next event of a type. @throws after ten seconds without one. */
  until(type: string): Promise<Record<string, unknown>>;
}

const patienceMs = 10_000;

/** Listens to the events of a person from a browser of their own. */
export async function readEvents(hub: TestHub, who: { email: string; password: string }): Promise<Heard> {
  const client = await Client.signedIn(hub, who);
  const ending = new AbortController();
  const response = await fetch(new URL('/api/v1/events', hub.url), {
    headers: { accept: 'text/event-stream', cookie: client.cookie(), 'x-switchboard': '1' },
    signal: ending.signal,
  });
  if (!response.body) throw new Error(`no events: ${response.status}`);
  let heard = '';
  const reading = (async () => {
    for await (const piece of response.body ?? []) heard += Buffer.from(piece).toString('utf8');
  })().catch(() => undefined);
  return {
    until: async (type) => {
      const end = Date.now() + patienceMs;
      for (;;) {
        const data = dataOf(heard, type);
        if (data) return data;
        if (Date.now() > end) throw new Error(`no ${type} in: ${heard}`);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
    [Symbol.asyncDispose]: async () => {
      ending.abort();
      await reading;
    },
  };
}

function dataOf(heard: string, type: string): Record<string, unknown> | undefined {
  for (const block of heard.split('\n\n')) {
    const line = /^data: ?(.*)$/m.exec(block)?.[1];
    if (!line) continue;
    const event = JSON.parse(line) as { type?: string; data?: Record<string, unknown> };
    const named = /^event: ?(.*)$/m.exec(block)?.[1] ?? event.type;
    if (named === type) return event.data ?? (event as Record<string, unknown>);
  }
  return undefined;
}
