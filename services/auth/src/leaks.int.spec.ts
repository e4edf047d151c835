import { Writable } from 'node:stream';
import { expect, test } from '@jest/globals';
import {
  createApiKey,
  createSecret,
  createSession,
  disconnect,
  getConnection,
  listAudit,
  listConnections,
  putProviderClient,
  testConnection,
} from '@switchboard/contracts';
import { createLog } from '@switchboard/nest-kit';
import { begin, complete, connect } from './testing/connect.ts';
import { expire, issue } from './testing/credentials.ts';
import { dumpDatabase, leaksIn } from './testing/leak-scan.ts';
import { client, owner } from './testing/start-test-auth.ts';
import { startWithPeer } from './testing/with-peer.ts';

test('V-12 L-3 after everything the service does no secret lies in its database, its log, its events or its answers', async () => {
  let logged = '';
  const sink = new Writable({ write: (chunk, _, done) => ((logged += String(chunk)), done()) });
  await using hub = await startWithPeer({ log: createLog({ level: 'trace', service: 'auth' }, sink) });
  const { auth, ada, peer } = hub;
  const answers: unknown[] = [];
  const told: string[] = [];
  for (const subject of ['auth.connection.changed', 'auth.caller.changed', 'auth.flow.ended'])
    auth.shared.wire().subscribe(subject, (payload) => told.push(Buffer.from(payload).toString()));

  const { id } = await connect(auth, ada);
  const first = await issue(auth, ada, id);
  await expire(auth, id);
  const second = await issue(auth, ada, id);
  const { key } = await auth.ask(createApiKey, { name: 'Script', scopes: ['runs:read'] }, ada);
  const stored = { name: 'Maps', value: 'canary-third-party-key' };
  answers.push(await auth.ask(createSecret, stored, ada));
  const live = { provider: 'peer', clientId: 'live', clientSecret: 'canary-live-client-secret' };
  for (const lie of ['token-html', 'token-reset', 'nonce-wrong', 'callback-denied'] as const) {
    peer.lie = lie;
    const { parameters } = await begin(auth, ada);
    answers.push(await complete(auth, parameters, ada));
  }
  peer.lie = undefined;
  answers.push(await auth.ask(putProviderClient, live, ada));
  answers.push(await auth.ask(createSession, { ...owner, password: 'canary-typed-password', client }).catch(String));
  answers.push(await auth.ask(testConnection, { connectionId: id }, ada));
  answers.push(await auth.ask(listConnections, {}, ada), await auth.ask(getConnection, { connectionId: id }, ada));
  const before = await dumpDatabase(auth.ownerUrl);
  answers.push(await auth.ask(disconnect, { connectionId: id }, ada));
  await auth.service.close();
  const after = await dumpDatabase(auth.ownerUrl);

  const sent = peer.requests.flatMap(({ fields }) => Object.entries(fields));
  const secretFields = new Set(['code', 'code_verifier', 'refresh_token', 'token', 'client_secret']);
  const canaries = [
    ...sent.filter(([name]) => secretFields.has(name)).map(([, value]) => value),
    ...[first.token, second.token, key.split('_')[3] ?? '', ada.session.token, owner.password],
    ...[stored.value, live.clientSecret, 'canary-typed-password'],
  ];
  expect(canaries.length).toBeGreaterThan(15);
  const places = {
    ...before,
    ...Object.fromEntries(Object.entries(after).map(([name, text]) => [`${name} at the end`, text])),
  };
  expect(Object.keys(places).length).toBeGreaterThan(30);
  expect(leaksIn({ ...places, log: logged, events: told.join(), answers: JSON.stringify(answers) }, canaries)).toEqual(
    [],
  );
  expect(told.length).toBeGreaterThan(5);
  expect(leaksIn({ proof: `x${Buffer.from(`abc${first.token}def`).toString('base64')}` }, [first.token])).toHaveLength(
    1,
  );
});

test('L-2 what happened to a connection and who did it is in the audit', async () => {
  await using hub = await startWithPeer();
  const { id } = await connect(hub.auth, hub.ada);
  await hub.auth.ask(disconnect, { connectionId: id }, hub.ada);
  await complete(hub.auth, { state: 'x'.repeat(43), code: 'y' }, hub.ada).catch(() => undefined);

  const { items } = await hub.auth.ask(listAudit, {}, hub.ada);

  const events = items.map(({ event, outcome }) => `${event} ${outcome}`);
  for (const event of [
    'session.signed_in ok',
    'connection.connected ok',
    'connection.disconnecting ok',
    'connection.disconnected ok',
    'flow.refused denied',
  ])
    expect(events).toContain(event);
  expect(items.every(({ actor, traceId }) => actor !== '' && traceId !== '')).toBe(true);
});
