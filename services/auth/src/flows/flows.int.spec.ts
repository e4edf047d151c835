import { expect, test } from '@jest/globals';
import { beginFlow, getConnection, getFlow, listConnections } from '@switchboard/contracts';
import { begin, complete, connect } from '../testing/connect.ts';
import { join } from '../testing/people.ts';
import { browserBinding } from '../testing/start-test-auth.ts';
import { runSql } from '../testing/test-database.ts';
import { startWithPeer } from '../testing/with-peer.ts';

const invalid = { code: 'flow_invalid' };

test('an account is connected, and is the default for what it grants', async () => {
  await using hub = await startWithPeer();

  const connection = await connect(hub.auth, hub.ada);

  expect(connection).toMatchObject({
    provider: 'peer',
    environment: 'sandbox',
    account: { subject: 'subject-1', email: 'subject-1@peer.test', name: 'Ada Marsh' },
    status: 'active',
    features: ['identity'],
    defaultFor: ['identity'],
  });
  const { items } = await hub.auth.ask(listConnections, {}, hub.ada);
  expect(items).toHaveLength(1);
  const detail = await hub.auth.ask(getConnection, { connectionId: connection.id }, hub.ada);
  expect(detail.timeline.map(({ kind }) => kind)).toEqual(['connected']);
});

test('O-1 the authorization address asks for a code with PKCE S256, fresh each time, at the stand-in of the sandbox', async () => {
  await using hub = await startWithPeer();
  const request = { provider: 'peer', purpose: 'connect' as const, features: [], browserBinding };

  const urls = await Promise.all(
    [1, 2].map(async () => new URL((await hub.auth.ask(beginFlow, request, hub.ada)).authorizationUrl)),
  );

  const [one, other] = urls.map((url) => Object.fromEntries(url.searchParams));
  expect(urls[0]?.origin).toBe(hub.peer.url);
  expect(one).toMatchObject({ response_type: 'code', code_challenge_method: 'S256', scope: 'openid email' });
  expect(one?.['redirect_uri']).toBe('http://localhost:3000/oauth/peer/callback');
  for (const name of ['state', 'nonce', 'code_challenge']) {
    expect(one?.[name]).toMatch(/^[\w-]{43}$/);
    expect(one?.[name]).not.toBe(other?.[name]);
  }
});

test('O-2 what is stored of a flow holds neither state, nonce nor verifier in the clear', async () => {
  await using hub = await startWithPeer();
  const { authorizationUrl, parameters } = await begin(hub.auth, hub.ada);

  const rows = JSON.stringify(
    await runSql(
      hub.auth.urlAs('auth'),
      `SELECT f.*, encode(s.sealed, 'hex') AS sealed_hex, s.* FROM auth.flow f JOIN auth.flow_state s ON s.flow_id = f.id`,
    ),
  );

  const { nonce, code_challenge } = Object.fromEntries(new URL(authorizationUrl).searchParams);
  for (const secret of [parameters['state'], nonce, code_challenge]) {
    expect(secret).toBeTruthy();
    expect(rows).not.toContain(secret);
    expect(rows).not.toContain(Buffer.from(secret ?? '', 'base64url').toString('hex'));
  }
  expect(rows).toContain('https://peer.test');
});

test('O-3 F-07 twenty parallel replays make one exchange and one connection', async () => {
  await using hub = await startWithPeer();
  const { flowId, parameters } = await begin(hub.auth, hub.ada);

  const results = await Promise.allSettled(Array.from({ length: 20 }, () => complete(hub.auth, parameters, hub.ada)));

  const refused = results.filter(({ status }) => status === 'rejected') as PromiseRejectedResult[];
  expect(refused).toHaveLength(19);
  expect(refused.every(({ reason }) => (reason as { code: string }).code === 'flow_invalid')).toBe(true);
  expect(hub.called('/token')).toBe(1);
  expect(await hub.auth.ask(getFlow, { flowId: flowId as never }, hub.ada)).toMatchObject({ status: 'succeeded' });
});

test('O-3 F-07 ten minutes and a second by the database clock end a flow', async () => {
  await using hub = await startWithPeer();
  const { parameters } = await begin(hub.auth, hub.ada);
  await runSql(hub.auth.urlAs('auth'), `UPDATE auth.flow_state SET expires_at = expires_at - interval '601 seconds'`);

  await expect(complete(hub.auth, parameters, hub.ada)).rejects.toMatchObject(invalid);

  expect(hub.called('/token')).toBe(0);
});

test('O-4 F-07 another browser, no cookie, another person or nobody: refused without an exchange, and the flow stays good', async () => {
  await using hub = await startWithPeer();
  const bo = await join(hub.auth, hub.ada);
  const { parameters } = await begin(hub.auth, hub.ada);

  const attempts = [
    complete(hub.auth, parameters, hub.ada, { browserBinding: 'x'.repeat(43) }),
    complete(hub.auth, parameters, hub.ada, { browserBinding: undefined }),
    complete(hub.auth, parameters, bo),
    complete(hub.auth, parameters),
  ];
  for (const attempt of attempts) await expect(attempt).rejects.toMatchObject(invalid);

  expect(hub.called('/token')).toBe(0);
  expect((await complete(hub.auth, parameters, hub.ada)).flow.status).toBe('succeeded');
});

test('O-9 what was not granted is missing, the rest works, and a step-up asks for the union and loses nothing', async () => {
  await using hub = await startWithPeer({ peer: { scope: 'openid email notes.read' } });
  const first = await connect(hub.auth, hub.ada, { features: ['notes.read', 'notes.write'] });
  expect(first).toMatchObject({ features: ['identity', 'notes.read'], missingFeatures: ['notes.write'] });

  hub.peerOptions.scope = 'openid email';
  const step = { purpose: 'features' as const, connectionId: first.id, features: ['notes.write'] };
  const less = await begin(hub.auth, hub.ada, step);
  const { flow } = await complete(hub.auth, less.parameters, hub.ada);

  const asked = new URL(less.authorizationUrl).searchParams.get('scope')?.split(' ').sort();
  expect(asked).toEqual(['email', 'notes.read', 'notes.write', 'openid']);
  expect(flow).toMatchObject({ status: 'succeeded', missingFeatures: ['notes.write'] });
  expect(await hub.auth.ask(getConnection, { connectionId: first.id }, hub.ada)).toMatchObject({
    features: ['identity', 'notes.read'],
    status: 'active',
  });

  hub.peerOptions.scope = 'openid email notes.read notes.write';
  const { parameters } = await begin(hub.auth, hub.ada, step);
  await complete(hub.auth, parameters, hub.ada);

  const after = await hub.auth.ask(getConnection, { connectionId: first.id }, hub.ada);
  expect(after).toMatchObject({ features: ['identity', 'notes.read', 'notes.write'], missingFeatures: [] });
  expect((await hub.auth.ask(listConnections, {}, hub.ada)).items).toHaveLength(1);
});

test('O-8 another account at reconnect is refused, both are named, and the old credential is kept', async () => {
  await using hub = await startWithPeer();
  const { id } = await connect(hub.auth, hub.ada);
  hub.peer.subject = 'subject-2';
  const { parameters } = await begin(hub.auth, hub.ada, { purpose: 'reconnect', connectionId: id });

  const { flow } = await complete(hub.auth, parameters, hub.ada);

  expect(flow).toMatchObject({ status: 'failed', error: { code: 'account_mismatch' } });
  expect(flow.error?.message).toContain('subject-1@peer.test');
  expect(flow.error?.message).toContain('subject-2@peer.test');
  expect(hub.called('/revoke')).toBe(1);
  expect(await hub.auth.ask(getConnection, { connectionId: id }, hub.ada)).toMatchObject({
    status: 'active',
    account: { subject: 'subject-1' },
  });
});

test('O-8 the new grant is not revoked where that would end others', async () => {
  await using hub = await startWithPeer({ oauth: { revokes: 'project' } });
  const { id } = await connect(hub.auth, hub.ada);
  hub.peer.subject = 'subject-2';
  const { parameters } = await begin(hub.auth, hub.ada, { purpose: 'reconnect', connectionId: id });

  await complete(hub.auth, parameters, hub.ada);

  expect(hub.called('/revoke')).toBe(0);
});

test('O-16 a flow returns only to a page of ours', async () => {
  await using hub = await startWithPeer();

  const { parameters } = await begin(hub.auth, hub.ada, { returnTo: '//evil.test' });

  expect((await complete(hub.auth, parameters, hub.ada)).flow.returnTo).toBe('/connections');
});

test('A-2 another person sees neither flow nor connection', async () => {
  await using hub = await startWithPeer();
  const bo = await join(hub.auth, hub.ada);
  const { flowId, parameters } = await begin(hub.auth, hub.ada);
  const { flow } = await complete(hub.auth, parameters, hub.ada);

  await expect(hub.auth.ask(getFlow, { flowId: flowId as never }, bo)).rejects.toMatchObject({ code: 'not_found' });
  await expect(hub.auth.ask(getConnection, { connectionId: flow.connectionId! }, bo)).rejects.toMatchObject({
    code: 'connection_unknown',
  });
  expect((await hub.auth.ask(listConnections, {}, bo)).items).toEqual([]);
});
