import { expect, test } from '@jest/globals';
import { connect } from '../testing/connect.ts';
import { expire, issue } from '../testing/credentials.ts';
import { runSql } from '../testing/test-database.ts';
import { startWithPeer } from '../testing/with-peer.ts';

const rotating = { peer: { rotates: true }, oauth: { revokes: 'token' } } as const;

/** A renewal that was sent and has no answer yet. */
async function startRenewing() {
  const hub = await startWithPeer(rotating);
  const { id } = await connect(hub.auth, hub.ada);
  await expire(hub.auth, id);
  const sent = Promise.withResolvers<void>();
  const answer = Promise.withResolvers<void>();
  hub.peer.beforeToken = () => {
    sent.resolve();
    return answer.promise;
  };
  const asked = issue(hub.auth, hub.ada, id).catch(() => undefined);
  await sent.promise;
  const version = async () => {
    const rows = await runSql<{ version: number }>(
      hub.auth.ownerUrl,
      'SELECT credential_version AS version FROM auth.connection',
    );
    return rows[0]?.version;
  };
  return { hub, id, asked, answer: () => answer.resolve(), version };
}

test('R-6 a service that ends stores a rotated token that comes in time', async () => {
  const { hub, asked, answer, version } = await startRenewing();
  await using _ = hub;
  const before = await version();

  const closed = hub.auth.service.close();
  answer();
  await closed;

  expect(await version()).toBe((before ?? 0) + 1);
  await asked;
});

test('R-6 a service that ends does not wait longer than its share for a provider that does not answer', async () => {
  const { hub, asked, answer, version } = await startRenewing();
  await using _ = hub;
  const before = await version();
  const began = performance.now();

  await hub.auth.service.close();

  expect(performance.now() - began).toBeLessThan(25_000);
  expect(await version()).toBe(before);
  answer();
  await asked;
});
