import { startScript } from './child.ts';
import { prepareConnection, scratchFolder, startBenchHub } from './hub.ts';
import type { Row } from './row.ts';
import {
  megabytes,
  runTransfers,
  speedRatio,
  type Transfer,
  transferBytes,
  type TransferResult,
} from './transfer-plan.ts';

const mebibytes = 1_024 * 1_024;
const mostExtraBytes = 64 * mebibytes;
const big = `/gmail/v1/big?bytes=${transferBytes}`;

/** 100 MB through the hub against the same through a bare proxy, and what the hub holds meanwhile. */
export async function bench(): Promise<Row[]> {
  using scratch = scratchFolder();
  await using hub = await startBenchHub('together', scratch.folder);
  await using bare = await startScript('bare-proxy.ts', [hub.standInUrl], /http:\S+/);
  const { connectionId, headers: key } = await prepareConnection(hub);
  const headers = { ...key, 'x-switchboard-host': 'gmail.googleapis.com' };
  const proxy = `${hub.url}/api/v1/connections/${connectionId}/proxy`;
  const octets = { 'content-type': 'application/octet-stream' };
  const compare = (through: Transfer, alone: Transfer, rounds = 7): Promise<TransferResult> =>
    runTransfers({ transfers: [through, alone], rounds, watchPid: hub.pid });
  const alone = {
    down: { url: bare.line + big, method: 'GET' },
    up: { url: `${bare.line}/gmail/v1/take`, method: 'PUT', uploads: true, headers: octets },
  } as const;

  const down = await compare({ url: proxy + big, method: 'GET', headers }, alone.down);
  const up = await compare(
    { url: `${proxy}/gmail/v1/take`, method: 'PUT', uploads: true, headers: { ...headers, ...octets } },
    alone.up,
  );
  const files = `${hub.url}/api/v1/files`;
  const staged = await compare(
    { url: files, method: 'POST', uploads: true, headers: { ...key, ...octets } },
    alone.up,
    5,
  );
  const { id } = JSON.parse(staged.answers[0] ?? '{}') as { id: string };
  const opened = await compare({ url: `${files}/${id}`, method: 'GET', headers: key }, alone.down, 5);
  return [
    ...rows('100 MB down through the proxy, against a bare undici proxy', down, 0.5),
    ...rows('100 MB up through the proxy, against a bare undici proxy', up, 0.5),
    ...rows('100 MB staged in the database, against a bare undici proxy that keeps nothing', staged),
    ...rows('100 MB out of the database, against a bare undici proxy', opened),
  ];
}

/** The speed, with a bar where it is promised; the memory always has one. */
function rows(what: string, result: TransferResult, bar?: number): Row[] {
  const ratio = speedRatio(result);
  const [hub, bare] = result.rates.map(megabytes);
  return [
    {
      what,
      measured: `${hub} against ${bare}: ${ratio.toFixed(2)}`,
      bar: bar ? String(bar) : 'none',
      ok: bar === undefined || ratio >= bar,
    },
    {
      what: `${what.split(',')[0]}: more memory of the hub meanwhile`,
      measured: `${(result.extraBytes / mebibytes).toFixed(0)} MiB`,
      bar: 'under 64 MiB',
      ok: result.extraBytes < mostExtraBytes,
    },
  ];
}
