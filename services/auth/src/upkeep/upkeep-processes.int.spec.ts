import { expect, test } from '@jest/globals';
import { connect } from '../testing/connect.ts';
import { startProcesses } from '../testing/start-processes.ts';
import { runSql } from '../testing/test-database.ts';
import { until } from '../testing/until.ts';
import { startWithPeer } from '../testing/with-peer.ts';

/** Two replicas whose upkeep looks every second; the service of the spec itself does not. */
async function startReplicas() {
  const stack = new AsyncDisposableStack();
  const life = { idleDays: 60, reason: 'x' };
  const hub = stack.use(await startWithPeer({ peer: { rotates: true }, oauth: { life } }));
  const { peer, auth, ada } = hub;
  const { id } = await connect(auth, ada);
  await until(async () => (await runSql(auth.ownerUrl, `SELECT to_regclass('jobs.job') AS found`))[0]?.['found']);
  const { processes } = stack.use(
    await startProcesses(2, {
      databaseUrl: auth.urlAs('auth'),
      folder: auth.keys.folder,
      statementPublicKey: auth.keys.statementPublicKey,
      originMap: peer.originMap,
      clients: { peer: { clientId: peer.clientId, clientSecret: peer.clientSecret } },
      oauth: { ...peer.oauth, life },
      tickSeconds: 1,
    }),
  );
  const sql = <T = Record<string, unknown>>(text: string) => runSql<T>(auth.urlAs('auth'), text);
  return { ...hub, id, processes, sql, [Symbol.asyncDispose]: () => stack.disposeAsync() };
}

const grantJobs = `SELECT state::text FROM jobs.job WHERE name = 'grant-upkeep'`;
const due = 'UPDATE auth.connection SET keep_at = clock_timestamp()';
const ticks = `SELECT count(*)::int AS count FROM jobs.job WHERE name = 'upkeep-tick' AND state = 'completed'`;

test('O-10 two replicas make one job of a connection that is due, and one renewal', async () => {
  await using hub = await startReplicas();
  const renewing = Promise.withResolvers<void>();
  hub.peer.beforeToken = () => renewing.promise;

  await hub.sql(due);
  await until(async () => (await hub.sql(grantJobs)).length === 1);
  await hub.sql(due);
  const [before] = await hub.sql<{ count: number }>(ticks);
  await until(async () => (await hub.sql<{ count: number }>(ticks))[0]!.count >= before!.count + 3);
  expect(await hub.sql(grantJobs)).toEqual([{ state: 'active' }]);
  renewing.resolve();
  await until(async () => (await hub.sql<{ state: string }>(grantJobs))[0]?.state === 'completed');

  expect(hub.peer.refreshes).toBe(1);
}, 60_000);
