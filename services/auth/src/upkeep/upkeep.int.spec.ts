import { expect, test } from '@jest/globals';
import { getConnection, listNotices } from '@switchboard/contracts';
import { connect } from '../testing/connect.ts';
import { issue } from '../testing/credentials.ts';
import { seedConnections } from '../testing/seed-connections.ts';
import type { TestAuth } from '../testing/start-test-auth.ts';
import { runSql } from '../testing/test-database.ts';
import { until } from '../testing/until.ts';
import { startWithPeer } from '../testing/with-peer.ts';

const idle = { idleDays: 60, reason: 'The peer ends access that was not used for 60 days.' };
const brisk = { pace: { tickSeconds: 1 } };

const set = (auth: TestAuth, sql: string) => runSql(auth.urlAs('auth'), `UPDATE auth.connection SET ${sql}`);
const jobs = (auth: TestAuth) =>
  runSql<{ state: string; key: string }>(
    auth.urlAs('auth'),
    `SELECT state::text, singleton_key AS key FROM jobs.job WHERE name = 'grant-upkeep'`,
  );

test('O-13 a grant nobody uses is exercised before its idle limit, and then left alone', async () => {
  await using hub = await startWithPeer({ oauth: { life: idle }, ...brisk });
  const { id } = await connect(hub.auth, hub.ada);
  await set(hub.auth, `keep_at = clock_timestamp()`);

  await until(() => hub.peer.refreshes === 1);
  await until(async () => (await jobs(hub.auth)).every(({ state }) => state === 'completed'));

  const { expectedEnd } = await hub.auth.ask(getConnection, { connectionId: id }, hub.ada);
  expect(expectedEnd).toMatchObject({ reason: idle.reason, renewed: true });
  expect((await jobs(hub.auth)).map(({ key }) => key)).toEqual([id]);
});

test('O-13 a token that somebody used is renewed ahead of its end, and one that nobody used is not', async () => {
  await using hub = await startWithPeer({ ...brisk });
  const { id } = await connect(hub.auth, hub.ada);
  await seedConnections(hub.auth, hub.ada.claims, 3, { renew_at: `clock_timestamp() - interval '1 minute'` });
  await issue(hub.auth, hub.ada, id);
  await until(async () => (await runSql(hub.auth.urlAs('auth'), used)).length === 1);

  await set(hub.auth, `renew_at = clock_timestamp() - interval '1 second'`);
  await until(() => hub.peer.refreshes === 1);
  await until(async () => (await jobs(hub.auth)).every(({ state }) => state === 'completed'));

  expect((await jobs(hub.auth)).map(({ key }) => key)).toEqual([id]);
});
const used = 'SELECT 1 FROM auth.connection WHERE last_used_at IS NOT NULL';

test('R-3 upkeep takes on a few hundred grants of a provider at a time, the oldest first, and no more', async () => {
  await using hub = await startWithPeer({ ...brisk });
  await seedConnections(hub.auth, hub.ada.claims, 1_000, { keep_at: `clock_timestamp() - n * interval '1 minute'` });

  const [first] = await until(async () => {
    const found = await runSql<{ count: number; newest: number }>(
      hub.auth.urlAs('auth'),
      `SELECT count(*)::int AS count, min(split_part(c.label, ' ', 2)::int) AS newest FROM jobs.job j
        JOIN auth.connection c ON c.id::text = j.singleton_key WHERE j.name = 'grant-upkeep'
        AND j.created_on = (SELECT min(created_on) FROM jobs.job WHERE name = 'grant-upkeep')`,
    );
    return found[0]?.count ? found : undefined;
  });

  expect(first).toEqual({ count: 300, newest: 701 });
});

test('O-11 a provider that is down ends nothing: the job is tried again later, and not made twice', async () => {
  await using hub = await startWithPeer({ oauth: { life: idle }, ...brisk });
  const { id } = await connect(hub.auth, hub.ada);
  hub.peer.lie = 'token-error-in-500';
  await set(hub.auth, `keep_at = clock_timestamp()`);

  await until(async () => (await jobs(hub.auth)).some(({ state }) => state === 'retry'));
  await set(hub.auth, `keep_at = clock_timestamp()`);
  await until(async () => (await runSql(hub.auth.urlAs('auth'), handedOut)).length === 1);

  expect(await jobs(hub.auth)).toEqual([{ state: 'retry', key: id }]);
  expect(await hub.auth.ask(getConnection, { connectionId: id }, hub.ada)).toMatchObject({ status: 'active' });
});
const handedOut = `SELECT 1 FROM auth.connection WHERE keep_at > clock_timestamp() + interval '5 hours'`;

test('O-13 access that nothing renews lives on while it is used, and needs its person once it was idle for too long', async () => {
  await using hub = await startWithPeer({ oauth: { life: idle }, ...brisk });
  const { id } = await connect(hub.auth, hub.ada);
  const old = `renewable = false, access_expires_at = NULL, consented_at = clock_timestamp() - interval '90 days',
    notice_at = clock_timestamp(), keep_at = clock_timestamp()`;
  const status = async () => (await hub.auth.ask(getConnection, { connectionId: id }, hub.ada)).status;
  const notices = async () => (await hub.auth.ask(listNotices, {}, hub.ada)).items.map(({ kind }) => kind);

  await set(hub.auth, `${old}, last_used_at = clock_timestamp() - interval '1 day'`);
  await until(async () => (await runSql(hub.auth.urlAs('auth'), putOff)).length === 1);
  const used = [await status(), await notices()];
  await set(hub.auth, `${old}, last_used_at = clock_timestamp() - interval '61 days'`);
  await until(async () => (await status()) === 'reconnect_required');

  expect(used).toEqual(['active', []]);
  expect(await notices()).toContain('needs_you');
  expect(hub.peer.refreshes).toBe(0);
});
const putOff = `SELECT 1 FROM auth.connection WHERE keep_at > clock_timestamp() + interval '58 days'
  AND notice_at > clock_timestamp() + interval '51 days'`;
