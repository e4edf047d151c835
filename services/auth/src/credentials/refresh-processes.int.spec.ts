import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { getConnection } from '@switchboard/contracts';
import { connect } from '../testing/connect.ts';
import { audited, expire } from '../testing/credentials.ts';
import { startProcesses } from '../testing/start-processes.ts';
import { startWithPeer } from '../testing/with-peer.ts';

async function startReplicas(count: number) {
  const stack = new AsyncDisposableStack();
  const hub = stack.use(await startWithPeer({ peer: { rotates: true } }));
  const { peer, auth, ada } = hub;
  const { id } = await connect(auth, ada);
  const { processes } = stack.use(
    await startProcesses(count, {
      databaseUrl: auth.urlAs('auth'),
      folder: auth.keys.folder,
      statementPublicKey: auth.keys.statementPublicKey,
      originMap: peer.originMap,
      clients: { peer: { clientId: peer.clientId, clientSecret: peer.clientSecret } },
      oauth: peer.oauth,
    }),
  );
  // Statements live a minute; starting the processes took a part of it.
  const { statement, claims } = await auth.resolve(ada.session.token);
  const order = (calls: number) => ({ calls, connectionId: id, statement, claims });
  return { ...hub, id, processes, order, [Symbol.asyncDispose]: () => stack.disposeAsync() };
}

test('O-10 F-01 a thousand calls at the end of a token over four processes make one renewal', async () => {
  await using hub = await startReplicas(4);
  await expire(hub.auth, hub.id);
  hub.peer.beforeToken = () => sleep(500);

  const answers = await Promise.all(hub.processes.map((one) => one.order(hub.order(250))));

  expect(answers.flatMap(({ errors }) => errors)).toEqual([]);
  const tokens = answers.flatMap((answer) => answer.tokens);
  expect(tokens).toHaveLength(1_000);
  expect(new Set(tokens).size).toBe(1);
  expect(hub.peer.refreshes).toBe(1);
}, 60_000);

test('O-10 F-03 after kill -9 of the lease owner one successor decides, once, and nobody waits longer than 15 s', async () => {
  await using hub = await startReplicas(2);
  const [first, second] = hub.processes;
  await expire(hub.auth, hub.id);
  const stalled = Promise.withResolvers<void>();
  const forever = new Promise<void>(() => undefined);
  hub.peer.beforeToken = () => {
    stalled.resolve();
    return forever;
  };
  void first?.order(hub.order(1));
  await stalled.promise;
  first?.child.kill('SIGKILL');
  hub.peer.beforeToken = async () => undefined;

  const answer = await second?.order(hub.order(20));

  const refreshes = hub.peer.requests.filter(({ fields }) => fields['grant_type'] === 'refresh_token');
  expect(refreshes.length).toBeLessThanOrEqual(2);
  expect(answer?.slowestMs).toBeLessThan(15_000);
  const { status } = await hub.auth.ask(getConnection, { connectionId: hub.id as never }, await hub.auth.signIn());
  expect(['active', 'reconnect_required']).toContain(status);
  expect(await audited(hub.auth, 'connection.reconnect_required')).toBe(status === 'active' ? 0 : 1);
}, 60_000);
