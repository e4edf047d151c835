import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { natsAvailable, startTestNats } from '@switchboard/testing';
import { type Answer, Client } from './support/client.ts';
import { startTestHub } from './support/hub.ts';
import { Sandbox } from './support/sandbox.ts';

const whereInstalled = natsAvailable() ? test : test.skip;
const stack = new AsyncDisposableStack();
const nats = natsAvailable() ? stack.use(await startTestNats()) : undefined;
// A database of its own, which may be killed.
const hub = nats
  ? stack.use(await startTestHub('apart', { NATS_URL: nats.url, DATABASE_URL: undefined, LOG_LEVEL: 'silent' }))
  : undefined;
const ada = hub ? await Client.signedIn(hub) : undefined!;
const sandbox = new Sandbox(hub?.sandboxUrl ?? '');
await ada?.connect(['calendar.read', 'calendar.write', 'contacts']);
afterAll(() => stack.disposeAsync());

/** The answer, and how long it took; milliseconds. */
async function timed(ask: () => Promise<Answer>): Promise<Answer & { ms: number }> {
  const began = performance.now();
  return { ...(await ask()), ms: performance.now() - began };
}

/** Asks until every service answers, for each reconnects for itself. @returns after how long; milliseconds. */
async function recovered(withinMs: number): Promise<number> {
  const began = performance.now();
  for (;;) {
    const paths = ['/api/v1/connections', '/api/v1/threads', '/api/v1/runs'];
    const answers = await Promise.all(paths.map((at) => ada.get(at)));
    const ms = performance.now() - began;
    if (answers.every(({ status }) => status === 200)) return ms;
    if (ms > withinMs) throw new Error(`still ${answers.map(({ status }) => status).join(', ')} after ${ms} ms`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** The process that all of the hub's own database hangs on. */
function postmaster(folder: string): number {
  const file = readdirSync(folder, { recursive: true, encoding: 'utf8' }).find((name) =>
    name.endsWith('postmaster.pid'),
  );
  return Number(readFileSync(path.join(folder, file ?? ''), 'utf8').split('\n')[0]);
}

const newCard = async (title: string): Promise<Answer['body']> =>
  ada.card((await ada.say(`${title} tomorrow at 11am for 15 minutes`)).parts);
const confirm = (card: Answer['body']) => ada.post(`/api/v1/proposals/${card.id}/confirm`, { digest: card.digest });
const created = async (): Promise<number> =>
  (await sandbox.requests()).filter(({ method, path: at }) => method === 'POST' && at.endsWith('/events')).length;

whereInstalled(
  'F-12 a bus that hangs is told in time and by its code, and what was asked works again after it',
  async () => {
    const card = await newCard('Yoga');
    process.kill(nats!.pid, 'SIGSTOP');

    const answers = await Promise.all([
      timed(() => ada.get('/api/v1/connections')),
      timed(() => confirm(card)),
    ]).finally(() => process.kill(nats!.pid, 'SIGCONT'));

    for (const { status, body, ms } of answers) {
      expect([503, 504]).toContain(status);
      expect(body).toMatchObject({
        code: expect.stringMatching(/service_unavailable|deadline_exceeded/),
        traceId: expect.any(String),
      });
      expect(ms).toBeLessThan(10_000);
    }
    expect(await recovered(10_000)).toBeLessThan(10_000);
  },
);

whereInstalled('F-12 a bus that is gone answers 503 within two seconds, and all comes back by itself', async () => {
  await using replacement = new AsyncDisposableStack();
  const { port } = nats!;
  await nats!.stop();

  const answers = [await timed(() => ada.get('/api/v1/connections')), await timed(() => ada.get('/api/v1/threads'))];

  for (const { status, body, ms } of answers) {
    expect([status, body.code]).toEqual([503, 'service_unavailable']);
    expect(ms).toBeLessThan(2_000);
  }
  replacement.use(await startTestNats({ port }));
  expect(await recovered(10_000)).toBeLessThan(10_000);
  const card = await newCard('Stretching');
  expect((await confirm(card)).body.status).toBe('succeeded');
  stack.use(replacement.move());
});

whereInstalled(
  'F-17 a database killed mid-request is told by its code; nothing acknowledged is lost and no effect happens twice',
  async () => {
    const kept = await newCard('Kept');
    expect((await confirm(kept)).body.status).toBe('succeeded');
    const open = await newCard('Open');
    const effects = await created();
    const pid = postmaster(hub!.hub.settings.SWB_DATA_DIR);
    const asking = Array.from({ length: 5 }, () => timed(() => ada.get('/api/v1/runs')));

    process.kill(pid, 'SIGKILL');

    const hit = timed(() => confirm(open));
    for (const { status, body, ms } of [...(await Promise.all(asking)), await hit]) {
      expect([200, 503, 504]).toContain(status);
      if (status !== 200) expect(body.code).toMatch(/service_unavailable|deadline_exceeded/);
      expect(ms).toBeLessThan(70_000);
    }
    expect(await recovered(30_000)).toBeLessThan(30_000);
    expect((await ada.get(`/api/v1/proposals/${kept.id}`)).body.status).toBe('succeeded');
    const after = (await ada.get(`/api/v1/proposals/${open.id}`)).body;
    expect(['open', 'succeeded', 'outcome_unknown', 'running']).toContain(after.status);
    if (after.status === 'open') expect((await confirm(after)).body.status).toBe('succeeded');
    expect(await created()).toBeLessThanOrEqual(effects + 1);
    expect((await ada.post('/api/v1/audit/verify')).body).toMatchObject({ intact: true });
  },
  120_000,
);
