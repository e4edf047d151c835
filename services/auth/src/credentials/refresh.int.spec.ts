import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { getConnection, HubError, refreshConnection } from '@switchboard/contracts';
import { connect } from '../testing/connect.ts';
import { audited, digestOf, expire, issue } from '../testing/credentials.ts';
import { runSql } from '../testing/test-database.ts';
import { startWithPeer } from '../testing/with-peer.ts';

const rotating = { peer: { rotates: true }, oauth: { revokes: 'token' } } as const;

test('O-10 many calls at the end of a token make one renewal, and all get the new one', async () => {
  await using hub = await startWithPeer(rotating);
  const { id } = await connect(hub.auth, hub.ada);
  const before = await issue(hub.auth, hub.ada, id);
  await expire(hub.auth, id);

  const issued = await Promise.all(Array.from({ length: 100 }, () => issue(hub.auth, hub.ada, id)));

  expect(hub.peer.refreshes).toBe(1);
  expect(new Set(issued.map(({ token }) => token)).size).toBe(1);
  expect(issued[0]).toMatchObject({ version: before.version + 1 });
  expect(issued[0]?.token).not.toBe(before.token);
});

test('O-13 without a new refresh token in the answer the old one is kept, version after version', async () => {
  await using hub = await startWithPeer();
  const { id } = await connect(hub.auth, hub.ada);

  for (let round = 0; round < 3; round++) {
    await expire(hub.auth, id);
    await issue(hub.auth, hub.ada, id);
  }

  expect(hub.peer.refreshes).toBe(3);
  expect(await hub.auth.ask(getConnection, { connectionId: id }, hub.ada)).toMatchObject({ status: 'active' });
});

test('O-13 a token is renewed ahead of its end without anybody waiting', async () => {
  await using hub = await startWithPeer();
  const { id } = await connect(hub.auth, hub.ada);
  const before = await issue(hub.auth, hub.ada, id);
  await runSql(
    hub.auth.urlAs('auth'),
    `UPDATE auth.connection SET issued_at = clock_timestamp() - interval '58 minutes',
      access_expires_at = clock_timestamp() + interval '2 minutes'`,
  );

  const during = await issue(hub.auth, hub.ada, id);
  await until(() => hub.peer.refreshes === 1);

  expect(during.token).toBe(before.token);
});

test('O-11 F-04 a grant that was ended is tried once, told once, and never again', async () => {
  await using hub = await startWithPeer();
  const { id } = await connect(hub.auth, hub.ada);
  const { token } = await issue(hub.auth, hub.ada, id);
  hub.peer.revokeAll();

  const rejected = digestOf(token);
  const results = await Promise.allSettled(
    Array.from({ length: 30 }, () => issue(hub.auth, hub.ada, id, { rejected })),
  );
  const later = await issue(hub.auth, hub.ada, id).catch((error: HubError) => error);

  expect(results.map((result) => (result as PromiseRejectedResult).reason.code)).toEqual(
    Array.from({ length: 30 }, () => 'reconnect_required'),
  );
  expect(later).toMatchObject({ code: 'reconnect_required', details: { connectionId: id, provider: 'peer' } });
  expect(hub.peer.refreshes).toBe(1);
  expect(await audited(hub.auth, 'connection.reconnect_required')).toBe(1);
  const { timeline, status, statusReason } = await hub.auth.ask(getConnection, { connectionId: id }, hub.ada);
  expect(timeline.filter(({ kind }) => kind === 'reconnect_required')).toHaveLength(1);
  expect({ status, statusReason }).toMatchObject({ status: 'reconnect_required', statusReason: expect.any(String) });
});

test('O-11 a provider that is down, limits us or does not know our client never ends a connection', async () => {
  await using hub = await startWithPeer(rotating);
  const { id } = await connect(hub.auth, hub.ada);

  for (const [lie, code] of [
    ['token-error-in-500', 'provider_unavailable'],
    ['token-bad-client', 'provider_misconfigured'],
  ] as const) {
    await expire(hub.auth, id);
    hub.peer.lie = lie;
    await expect(issue(hub.auth, hub.ada, id)).rejects.toMatchObject({ code });
    await sleep(3_100);
  }
  hub.peer.lie = undefined;

  expect((await issue(hub.auth, hub.ada, id)).token).toContain('canary-at');
  expect(await hub.auth.ask(getConnection, { connectionId: id }, hub.ada)).toMatchObject({ status: 'active' });
});

test('O-12 an answer that is lost twice ends a connection whose refresh token works once, with that reason', async () => {
  await using hub = await startWithPeer(rotating);
  const { id } = await connect(hub.auth, hub.ada);
  await expire(hub.auth, id);
  hub.peer.lie = 'token-reset';

  await expect(issue(hub.auth, hub.ada, id)).rejects.toMatchObject({ code: 'reconnect_required' });

  const sent = hub.peer.requests.filter(({ fields }) => fields['grant_type'] === 'refresh_token');
  expect(sent).toHaveLength(2);
  expect(new Set(sent.map(({ fields }) => fields['refresh_token'])).size).toBe(1);
  const { statusReason } = await hub.auth.ask(getConnection, { connectionId: id }, hub.ada);
  expect(statusReason).toContain('lost');
});

test('O-12 an answer that is lost once is asked for again with the same token', async () => {
  await using hub = await startWithPeer();
  const { id } = await connect(hub.auth, hub.ada);
  await expire(hub.auth, id);
  hub.peer.lie = 'token-reset';
  hub.peer.beforeToken = async () => {
    if (hub.called('/token') > 2) hub.peer.lie = undefined;
  };

  expect((await issue(hub.auth, hub.ada, id)).token).toContain('canary-at');
});

test('a person can renew at once, and is told when there is nothing to renew with', async () => {
  await using hub = await startWithPeer();
  const { id } = await connect(hub.auth, hub.ada);

  const renewed = await hub.auth.ask(refreshConnection, { connectionId: id }, hub.ada);

  expect(renewed.status).toBe('active');
  expect(hub.peer.refreshes).toBe(1);
});

async function until(holds: () => boolean): Promise<void> {
  for (let waited = 0; waited < 5_000 && !holds(); waited += 20) await sleep(20);
  expect(holds()).toBe(true);
}
