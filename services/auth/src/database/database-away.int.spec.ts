import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { type HubError, listConnections } from '@switchboard/contracts';
import { connect } from '../testing/connect.ts';
import { issue } from '../testing/credentials.ts';
import { runSql } from '../testing/test-database.ts';
import { startWithPeer } from '../testing/with-peer.ts';

test('F-16 when every database connection is cut, callers get an answer or 503, and the pool is whole again at once', async () => {
  await using hub = await startWithPeer();
  const { id } = await connect(hub.auth, hub.ada);
  const codes = new Set<string>();
  let working = true;
  const traffic = Array.from({ length: 8 }, async () => {
    while (working) {
      const asked = Math.random() < 0.5 ? hub.auth.ask(listConnections, {}, hub.ada) : issue(hub.auth, hub.ada, id);
      await asked.catch((error: HubError) => codes.add(error.code));
      await sleep(5);
    }
  });

  for (let cut = 0; cut < 5; cut++) {
    await sleep(100);
    await runSql(
      hub.auth.ownerUrl,
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'switchboard-auth'
        AND datname = current_database()`,
    );
  }
  working = false;
  await Promise.all(traffic);

  expect([...codes].filter((code) => code !== 'service_unavailable')).toEqual([]);
  expect((await issue(hub.auth, hub.ada, id)).token).toContain('canary-at');
  expect(await hub.auth.service.ready()).toMatchObject({ database: true });
});
