import { expect, test } from '@jest/globals';
import { disconnect, getConnection, listConnections, listProviderStates, testConnection } from '@switchboard/contracts';
import { startAuth } from '../service.ts';
import { connect } from '../testing/connect.ts';
import { issue } from '../testing/credentials.ts';
import { runSql } from '../testing/test-database.ts';
import { startWithPeer } from '../testing/with-peer.ts';

test('a connection of a provider that this version does not know is shown by its id, used for nothing, and ended with a receipt', async () => {
  await using hub = await startWithPeer();
  const { id } = await connect(hub.auth, hub.ada);
  await hub.auth.service.close();
  const service = await startAuth(hub.auth.runtime, { providers: [], pace: { tickSeconds: 3_600 } });
  const ada = await hub.auth.signIn();

  const listed = await hub.auth.ask(listConnections, {}, ada);
  const detail = await hub.auth.ask(getConnection, { connectionId: id }, ada);
  const { items: providers } = await hub.auth.ask(listProviderStates, {}, ada);

  expect(providers).toEqual([]);
  const unsupported = { providerTitle: 'peer', statusReason: 'peer is not supported by this version.' };
  expect(listed.items).toMatchObject([{ id, provider: 'peer', ...unsupported }]);
  expect(detail).toMatchObject({ id, ...unsupported, featureMatrix: [] });
  await expect(issue(hub.auth, ada, id)).rejects.toMatchObject({ code: 'provider_unknown' });
  await expect(hub.auth.ask(testConnection, { connectionId: id }, ada)).rejects.toMatchObject({
    code: 'provider_unknown',
  });

  const receipt = await hub.auth.ask(disconnect, { connectionId: id }, ada);
  await service.close();

  expect(receipt).toMatchObject({ status: 'disconnected', provider: 'peer' });
  expect(receipt.steps.map(({ step, result }) => `${step} ${result}`)).toEqual([
    'revoke not_offered',
    'shred done',
    'forget done',
  ]);
  expect(receipt.steps[0]?.detail).toContain('not supported by this version');
  expect(await runSql(hub.auth.urlAs('auth'), 'SELECT 1 FROM auth.envelope')).toEqual([]);
});
