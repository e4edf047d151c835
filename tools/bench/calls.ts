import { startScript } from './child.ts';
import { prepareConnection, scratchFolder, startBenchHub } from './hub.ts';
import { added, ratioOf, runLoad, type Target } from './load-plan.ts';
import { ms, type Row } from './row.ts';

const readPath = '/gmail/v1/users/me/labels';
const steadily = { kind: 'steady', perSecond: 50, warmUpMs: 5_000, forMs: 20_000 } as const;
const draft = JSON.stringify({ to: [{ email: 'priya@example.com' }], subject: 'Offer', text: 'Dear Priya,' });

/** Proxied calls and actions, all services in one process. */
export async function bench(): Promise<Row[]> {
  using scratch = scratchFolder();
  await using hub = await startBenchHub('together', scratch.folder);
  const { proxied, direct, read, write, written } = await targetsOf(hub);
  await using bare = await startScript('bare-proxy.ts', [hub.standInUrl], /http:\S+/);
  const bareTarget = { url: bare.line + readPath };

  const [viaHub, alone] = await runLoad({ ...steadily, targets: [proxied, direct] });
  const full = { kind: 'full', inFlight: 16, forMs: 800, turns: 15 } as const;
  const [fast, fastest] = await runLoad({ ...full, targets: [proxied, bareTarget] });
  const [reading, readDirect] = await runLoad({ ...steadily, targets: [read, direct] });
  const slowly = { ...steadily, perSecond: 5, warmUpMs: 3_000 };
  const [writing, writtenDirect] = await runLoad({ ...slowly, targets: [write, written] });

  const proxy = added(viaHub!, alone!);
  const ratio = ratioOf(fast!, fastest!);
  const reads = added(reading!, readDirect!);
  const writes = added(writing!, writtenDirect!);
  const rates = `${fast!.perSecond.toFixed(0)} against ${fastest!.perSecond.toFixed(0)} a second: ${ratio.toFixed(2)}`;
  return [
    latency('proxied call at 50 a second, added over direct', proxy, { p50: 2.5, p99: 12 }),
    {
      what: 'proxied requests at 16 in flight, against a bare undici proxy',
      measured: rates,
      bar: '0.4',
      ok: ratio >= 0.4,
    },
    latency('read action at 50 a second, added over the provider', reads, { p50: 4 }),
    latency('write action with its run and audit rows, added over the provider', writes, { p50: 8 }),
  ];
}

/** The proxied call with a process per service over NATS. */
export async function benchApart(): Promise<Row[]> {
  using scratch = scratchFolder();
  await using hub = await startBenchHub('apart', scratch.folder);
  const { proxied, direct } = await targetsOf(hub);
  const [viaHub, alone] = await runLoad({ ...steadily, targets: [proxied, direct] });
  return [latency('the same over NATS, a process per service', added(viaHub!, alone!), { p50: 5 })];
}

async function targetsOf(hub: Awaited<ReturnType<typeof startBenchHub>>) {
  const { connectionId, headers } = await prepareConnection(hub);
  const of = `${hub.url}/api/v1/connections/${connectionId}`;
  const json = { ...headers, 'content-type': 'application/json' };
  return {
    proxied: { url: `${of}/proxy${readPath}`, headers: { ...headers, 'x-switchboard-host': 'gmail.googleapis.com' } },
    direct: { url: hub.standInUrl + readPath },
    read: { url: `${of}/actions/google.list_labels`, method: 'POST', headers: json, body: '{}' },
    write: { url: `${of}/actions/google.save_draft`, method: 'POST', headers: json, body: draft },
    written: { url: `${hub.standInUrl}/gmail/v1/users/me/drafts`, method: 'POST', body: draft },
  } satisfies Record<string, Target>;
}

function latency(what: string, { p50, p99 }: { p50: number; p99: number }, bar: { p50: number; p99?: number }): Row {
  const ok = p50 <= bar.p50 && (bar.p99 === undefined || p99 <= bar.p99);
  const shown = bar.p99 === undefined ? `p50 ${bar.p50} ms` : `p50 ${bar.p50} ms, p99 ${bar.p99} ms`;
  return { what, measured: `p50 ${ms(p50)}, p99 ${ms(p99)}`, bar: shown, ok };
}
