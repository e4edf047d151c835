import { expect, test } from '@jest/globals';
import {
  claimNotice,
  disconnect,
  dismissNotice,
  getConnection,
  listNotices,
  noticeRaised,
  updateMe,
} from '@switchboard/contracts';
import { connect } from '../testing/connect.ts';
import { digestOf, issue } from '../testing/credentials.ts';
import { join } from '../testing/people.ts';
import type { TestAuth } from '../testing/start-test-auth.ts';
import { runSql } from '../testing/test-database.ts';
import { until } from '../testing/until.ts';
import { startWithPeer } from '../testing/with-peer.ts';

const testing = { testingDays: 7, testingReason: 'The client is in testing mode.', reason: 'x' };

function heard(auth: TestAuth): unknown[] {
  const events: unknown[] = [];
  auth.shared.wire().subscribe(noticeRaised.subject, (payload) => events.push(Buffer.from(payload).toString()));
  return events;
}

async function endGrant(hub: Awaited<ReturnType<typeof startWithPeer>>, id: string): Promise<void> {
  const { token } = await issue(hub.auth, hub.ada, id);
  hub.peer.revokeAll();
  await issue(hub.auth, hub.ada, id, { rejected: digestOf(token) }).catch(() => undefined);
}

test('O-11 the moment a connection needs its person is told once, on the timeline too, until it is connected again', async () => {
  await using hub = await startWithPeer();
  const events = heard(hub.auth);
  const { id } = await connect(hub.auth, hub.ada);

  await endGrant(hub, id);
  await issue(hub.auth, hub.ada, id).catch(() => undefined);
  await until(() => events.length > 0);

  const { items } = await hub.auth.ask(listNotices, {}, hub.ada);
  expect(items).toMatchObject([{ connectionId: id, kind: 'needs_you', provider: 'peer' }]);
  const { timeline } = await hub.auth.ask(getConnection, { connectionId: id }, hub.ada);
  expect(timeline.filter(({ kind }) => kind === 'notice')).toHaveLength(1);

  await connect(hub.auth, hub.ada);

  expect((await hub.auth.ask(listNotices, {}, hub.ada)).items).toEqual([]);
  expect((await hub.auth.ask(listNotices, { show: 'all' }, hub.ada)).items).toHaveLength(1);
  expect(events).toHaveLength(1);
});

test('an end that only the person can prevent is told ahead, once, however often upkeep looks', async () => {
  await using hub = await startWithPeer({ oauth: { life: testing }, pace: { tickSeconds: 1 } });
  const { id } = await connect(hub.auth, hub.ada);
  const about = `UPDATE auth.connection SET testing = true, notice_at = clock_timestamp() WHERE id = '${id}'`;
  const list = async () => (await hub.auth.ask(listNotices, {}, hub.ada)).items;

  await runSql(hub.auth.urlAs('auth'), about);
  await until(async () => (await list()).length === 1);
  await runSql(hub.auth.urlAs('auth'), about);
  await until(async () => {
    const [row] = await runSql(hub.auth.urlAs('auth'), 'SELECT 1 FROM auth.connection WHERE notice_at IS NULL');
    return row;
  });

  expect(await list()).toMatchObject([{ kind: 'ends_soon', reason: testing.testingReason, connectionId: id }]);
  const { expectedEnd } = await hub.auth.ask(getConnection, { connectionId: id }, hub.ada);
  expect(expectedEnd).toMatchObject({ reason: testing.testingReason, renewed: false });
});

test('a notice that was dismissed is gone from the list and is not raised again', async () => {
  await using hub = await startWithPeer();
  const { id } = await connect(hub.auth, hub.ada);
  await endGrant(hub, id);
  const [notice] = (await hub.auth.ask(listNotices, {}, hub.ada)).items;

  const dismissed = await hub.auth.ask(dismissNotice, { noticeId: notice!.id }, hub.ada);

  expect(dismissed.dismissedAt).toBeDefined();
  expect((await hub.auth.ask(listNotices, {}, hub.ada)).items).toEqual([]);
});

test('A-2 another member sees no notice of mine and dismisses none', async () => {
  await using hub = await startWithPeer();
  const { id } = await connect(hub.auth, hub.ada);
  await endGrant(hub, id);
  const [notice] = (await hub.auth.ask(listNotices, {}, hub.ada)).items;
  const bo = await join(hub.auth, hub.ada);

  expect((await hub.auth.ask(listNotices, { show: 'all' }, bo)).items).toEqual([]);
  await expect(hub.auth.ask(dismissNotice, { noticeId: notice!.id }, bo)).rejects.toMatchObject({ code: 'not_found' });
});

test('D-2 a notice is given out to be sent only where its person asked for that, once, with rights that only send it', async () => {
  await using hub = await startWithPeer();
  const { id } = await connect(hub.auth, hub.ada);
  const raise = async () => {
    await endGrant(hub, id);
    const { items } = await hub.auth.ask(listNotices, {}, hub.ada);
    return { noticeId: items[0]!.id };
  };
  const unasked = await hub.auth.ask(claimNotice, await raise());
  await connect(hub.auth, hub.ada);
  await hub.auth.ask(updateMe, { notifyBy: 'mail' }, hub.ada);
  const notice = await raise();

  const { telling } = await hub.auth.ask(claimNotice, notice);

  expect(unasked).toEqual({});
  expect(telling).toMatchObject({ by: 'mail', to: 'ada@example.com', about: id });
  expect(telling?.text).toContain(`/connections/${id}`);
  expect(telling?.claims).toMatchObject({ via: 'service', permissions: ['public', 'self', 'connections:read'] });
  expect(await hub.auth.ask(claimNotice, notice)).toEqual({});
});

test('disconnecting takes the notices of a connection with it: they name the account', async () => {
  await using hub = await startWithPeer();
  const { id } = await connect(hub.auth, hub.ada);
  await endGrant(hub, id);
  expect((await hub.auth.ask(listNotices, {}, hub.ada)).items).toHaveLength(1);

  await hub.auth.ask(disconnect, { connectionId: id }, hub.ada);

  expect((await hub.auth.ask(listNotices, { show: 'all' }, hub.ada)).items).toEqual([]);
});
