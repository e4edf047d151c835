import { expect, test } from '@jest/globals';
import { beginFlow, createApiKey, listAudit, listConnections } from '@switchboard/contracts';
import { connect } from '../testing/connect.ts';
import { browserBinding } from '../testing/start-test-auth.ts';
import { startWithPeer } from '../testing/with-peer.ts';

test('A-6 a key limited to one connection begins no other and reads nobody’s audit log', async () => {
  await using hub = await startWithPeer();
  const { id } = await connect(hub.auth, hub.ada);
  const scopes = ['connections:read', 'connections:write', 'audit:read'] as const;
  const body = { name: 'One account', scopes: [...scopes], connectionId: id };
  const { key } = await hub.auth.ask(createApiKey, body, hub.ada);

  const caller = await hub.auth.resolve(key, 'api_key');

  const wanted = { provider: 'peer', purpose: 'connect' as const, features: ['identity'], browserBinding };
  await expect(hub.auth.ask(beginFlow, wanted, caller)).rejects.toMatchObject({ code: 'not_permitted' });
  await expect(hub.auth.ask(listAudit, {}, caller)).rejects.toMatchObject({ code: 'not_permitted' });
  expect((await hub.auth.ask(listConnections, {}, caller)).items.map((one) => one.id)).toEqual([id]);
});
