import { expect, test } from '@jest/globals';
import { HubError } from '@switchboard/contracts';
import { begin, complete, connect } from '../testing/connect.ts';
import { digestOf, expire, issue } from '../testing/credentials.ts';
import { startWithPeer } from '../testing/with-peer.ts';

const rotating = { peer: { rotates: true }, oauth: { revokes: 'token' } } as const;

/** Holds token answers back until told. */
function gate(peer: { beforeToken: () => Promise<void> }) {
  const opened = Promise.withResolvers<void>();
  const reached = Promise.withResolvers<void>();
  peer.beforeToken = () => {
    reached.resolve();
    return opened.promise;
  };
  return { reached: reached.promise, open: opened.resolve };
}

test.each(['refresh-other-sub', 'refresh-other-iss', 'refresh-other-aud'] as const)(
  'O-7 %s gives nobody a token',
  async (lie) => {
    await using hub = await startWithPeer();
    const { id } = await connect(hub.auth, hub.ada);
    await expire(hub.auth, id);
    hub.peer.lie = lie;

    await expect(issue(hub.auth, hub.ada, id)).rejects.toMatchObject({ code: 'provider_unavailable' });
  },
);

test('O-12 F-02 while the token endpoint stalls past the lease, the lease is kept: 503 after 10 s, then the token', async () => {
  await using hub = await startWithPeer(rotating);
  const { id } = await connect(hub.auth, hub.ada);
  await expire(hub.auth, id);
  const held = gate(hub.peer);
  const started = performance.now();

  const results = await Promise.allSettled(Array.from({ length: 20 }, () => issue(hub.auth, hub.ada, id)));
  const waited = performance.now() - started;
  held.open();
  const after = await issue(hub.auth, hub.ada, id);

  const reasons = results.map((result) => (result as PromiseRejectedResult).reason as HubError);
  expect(reasons.every(({ code, details }) => code === 'service_unavailable' && details.retryAfterSeconds)).toBe(true);
  expect(waited).toBeGreaterThan(9_500);
  expect(waited).toBeLessThan(12_000);
  expect(after.token).toContain('canary-at');
  expect(hub.peer.refreshes).toBe(1);
}, 30_000);

test('O-10 F-05 a reconnect during a renewal wins, and the token that came too late is revoked', async () => {
  await using hub = await startWithPeer(rotating);
  const { id } = await connect(hub.auth, hub.ada);
  await expire(hub.auth, id);
  const held = gate(hub.peer);
  const waiting = issue(hub.auth, hub.ada, id);
  await held.reached;
  hub.peer.beforeToken = async () => undefined;

  const { parameters } = await begin(hub.auth, hub.ada, { purpose: 'reconnect', connectionId: id });
  const { flow } = await complete(hub.auth, parameters, hub.ada);
  const reconnected = await issue(hub.auth, hub.ada, id);
  held.open();
  const late = await waiting;

  expect(flow.status).toBe('succeeded');
  expect(late.token).toBe(reconnected.token);
  expect((await issue(hub.auth, hub.ada, id)).token).toBe(reconnected.token);
});

test('F-06 a provider that refuses good tokens causes one renewal a minute at most', async () => {
  await using hub = await startWithPeer();
  const { id } = await connect(hub.auth, hub.ada);
  let { token } = await issue(hub.auth, hub.ada, id);

  const codes: string[] = [];
  for (let round = 0; round < 20; round++) {
    const answer = await issue(hub.auth, hub.ada, id, { rejected: digestOf(token) }).catch((error: HubError) => error);
    if (answer instanceof HubError) codes.push(answer.code);
    else token = answer.token;
  }

  expect(hub.peer.refreshes).toBe(1);
  expect(new Set(codes)).toEqual(new Set(['provider_unavailable']));
});
