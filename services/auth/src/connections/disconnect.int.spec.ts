import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@jest/globals';
import { disconnect, getConnection, listConnections, testConnection, updateConnection } from '@switchboard/contracts';
import { connect } from '../testing/connect.ts';
import { audited, issue } from '../testing/credentials.ts';
import { join } from '../testing/people.ts';
import { runSql } from '../testing/test-database.ts';
import { startWithPeer } from '../testing/with-peer.ts';

test('O-14 disconnecting revokes upstream, then shreds, and says so step by step', async () => {
  await using hub = await startWithPeer();
  const { id } = await connect(hub.auth, hub.ada);
  const { token } = await issue(hub.auth, hub.ada, id);

  const receipt = await hub.auth.ask(disconnect, { connectionId: id }, hub.ada);

  expect(receipt).toMatchObject({ status: 'disconnected', account: { email: 'subject-1@peer.test' } });
  expect(receipt.steps.map(({ step, result }) => `${step} ${result}`)).toEqual([
    'revoke done',
    'shred done',
    'forget done',
  ]);
  const answer = await fetch(`${hub.peer.url}/userinfo`, { headers: { authorization: `Bearer ${token}` } });
  expect(answer.status).toBe(401);
  expect(await runSql(hub.auth.urlAs('auth'), 'SELECT 1 FROM auth.envelope')).toEqual([]);
  await expect(issue(hub.auth, hub.ada, id)).rejects.toMatchObject({ code: 'connection_unknown' });
  expect((await hub.auth.ask(listConnections, {}, hub.ada)).items).toEqual([]);
});

test('a receipt can be read again later, by its person only', async () => {
  await using hub = await startWithPeer();
  const bo = await join(hub.auth, hub.ada);
  const { id } = await connect(hub.auth, hub.ada);
  const { steps } = await hub.auth.ask(disconnect, { connectionId: id }, hub.ada);

  const over = await hub.auth.ask(listConnections, { status: 'disconnected' }, hub.ada);

  expect(over.items).toMatchObject([{ id, status: 'disconnected', account: { subject: '' } }]);
  expect((await hub.auth.ask(getConnection, { connectionId: id }, hub.ada)).receipt).toEqual(steps);
  expect((await hub.auth.ask(listConnections, { status: 'disconnected' }, bo)).items).toEqual([]);
  await expect(hub.auth.ask(getConnection, { connectionId: id }, bo)).rejects.toMatchObject({
    code: 'connection_unknown',
  });
});

test('O-14 where revoking ends the whole project, the grant is kept for another connection and ended with the last', async () => {
  await using hub = await startWithPeer({ oauth: { revokes: 'project' } });
  const bo = await join(hub.auth, hub.ada);
  const one = await connect(hub.auth, hub.ada);
  const other = await connect(hub.auth, bo);

  const first = await hub.auth.ask(disconnect, { connectionId: one.id }, hub.ada);
  expect(first.steps[0]).toMatchObject({ step: 'revoke', result: 'kept_for_others' });
  expect(hub.called('/revoke')).toBe(0);
  await issue(hub.auth, bo, other.id);

  const last = await hub.auth.ask(disconnect, { connectionId: other.id }, bo);
  expect(last.steps[0]).toMatchObject({ step: 'revoke', result: 'done' });
  expect(hub.called('/revoke')).toBe(1);
});

test('O-14 a revocation that fails is shown as pending, and done when it is tried again', async () => {
  let answers = 503;
  const server = createServer((_, response) => response.writeHead(answers).end()).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await using hub = await startWithPeer({
    oauth: { revocationEndpoint: 'https://busy.test/revoke' },
    extraOrigins: { 'https://busy.test': `http://127.0.0.1:${port}` },
  });
  const { id } = await connect(hub.auth, hub.ada);

  const receipt = await hub.auth.ask(disconnect, { connectionId: id }, hub.ada);

  expect(receipt).toMatchObject({ status: 'revocation_pending', steps: [{ step: 'revoke', result: 'pending' }] });
  expect(await hub.auth.ask(getConnection, { connectionId: id }, hub.ada)).toMatchObject({
    status: 'revocation_pending',
    statusReason: expect.stringContaining('tries again'),
  });
  await expect(issue(hub.auth, hub.ada, id)).rejects.toMatchObject({ code: 'connection_unknown' });
  expect(await audited(hub.auth, 'connection.revocation_failed')).toBe(1);
  expect(await runSql(hub.auth.urlAs('auth'), 'SELECT 1 FROM auth.envelope')).toHaveLength(2);

  answers = 200;
  const again = await hub.auth.ask(disconnect, { connectionId: id }, hub.ada);
  server.close();

  expect(again).toMatchObject({ status: 'disconnected', steps: [{ result: 'done' }, {}, {}] });
  expect(await runSql(hub.auth.urlAs('auth'), 'SELECT 1 FROM auth.envelope')).toEqual([]);
});

test('O-14 a provider without revocation is named, with the way to do it by hand', async () => {
  await using hub = await startWithPeer({ oauth: { revocationEndpoint: undefined } });
  const { id } = await connect(hub.auth, hub.ada);

  const { steps } = await hub.auth.ask(disconnect, { connectionId: id }, hub.ada);

  expect(steps[0]).toMatchObject({ result: 'not_offered', detail: expect.stringContaining('Peer') });
});

test('what a connection was the default for goes to another account that can do it', async () => {
  await using hub = await startWithPeer();
  const one = await connect(hub.auth, hub.ada);
  hub.peer.subject = 'subject-2';
  const other = await connect(hub.auth, hub.ada);
  expect([one.defaultFor, other.defaultFor]).toEqual([['identity'], []]);

  const made = { connectionId: other.id, label: 'Work', defaultFor: ['identity'] };
  expect(await hub.auth.ask(updateConnection, made, hub.ada)).toMatchObject({
    label: 'Work',
    defaultFor: ['identity'],
  });
  await hub.auth.ask(disconnect, { connectionId: other.id }, hub.ada);

  expect(await hub.auth.ask(getConnection, { connectionId: one.id }, hub.ada)).toMatchObject({
    defaultFor: ['identity'],
  });
  await expect(
    hub.auth.ask(updateConnection, { connectionId: one.id, defaultFor: ['notes.write'] }, hub.ada),
  ).rejects.toMatchObject({ code: 'input_invalid' });
});

test('a live check says whether the account answers, renewing a refused token once', async () => {
  await using hub = await startWithPeer();
  const { id } = await connect(hub.auth, hub.ada);

  expect(await hub.auth.ask(testConnection, { connectionId: id }, hub.ada)).toMatchObject({
    ok: true,
    account: { email: 'subject-1@peer.test' },
  });

  hub.peer.revokeAll();
  await expect(hub.auth.ask(testConnection, { connectionId: id }, hub.ada)).rejects.toMatchObject({
    code: 'reconnect_required',
  });
});
