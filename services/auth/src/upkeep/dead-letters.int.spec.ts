import { expect, test } from '@jest/globals';
import { type Log, silentLog } from '@switchboard/nest-kit';
import { connect } from '../testing/connect.ts';
import { runSql } from '../testing/test-database.ts';
import { until } from '../testing/until.ts';
import { startWithPeer } from '../testing/with-peer.ts';

test('R-7 a connection that upkeep gives up after its last try is named in the log, with the reason', async () => {
  const warned: unknown[] = [];
  const log: Log = Object.assign(silentLog(), { warn: (said: unknown) => warned.push(said) });
  await using hub = await startWithPeer({ pace: { tickSeconds: 1 }, log });
  const { id } = await connect(hub.auth, hub.ada);
  const sql = (text: string) => runSql(hub.auth.urlAs('auth'), text);
  const named = () => warned.find((said) => (said as { connectionId?: string }).connectionId === id);
  hub.peer.lie = 'token-error-in-500';

  await sql('UPDATE auth.connection SET keep_at = clock_timestamp()');
  await until(async () => (await sql(`SELECT 1 FROM jobs.job WHERE ${waiting}`)).length === 1);
  await sql(`UPDATE jobs.job SET retry_limit = retry_count, start_after = clock_timestamp() WHERE ${waiting}`);
  await until(() => named() !== undefined);

  expect(named()).toMatchObject({ connectionId: id, reason: { code: 'provider_unavailable' } });
});
const waiting = `name = 'grant-upkeep' AND state = 'retry'`;
