import { expect, test } from '@jest/globals';
import {
  createApiKey,
  createSecret,
  deleteApiKey,
  deleteSecret,
  disconnect,
  listAudit,
  replaceSecret,
  rollApiKey,
  testSecret,
} from '@switchboard/contracts';
import { connect } from '../testing/connect.ts';
import { startWithPeer } from '../testing/with-peer.ts';

test('entries say by its name what they are about, also once it is gone, and nothing that is secret', async () => {
  await using hub = await startWithPeer();
  const { auth, ada } = hub;
  const scopes = ['runs:read' as const];

  const { id: secretId } = await auth.ask(createSecret, { name: 'Bot key', value: 'canary-1' }, ada);
  await auth.ask(testSecret, { secretId }, ada);
  await auth.ask(replaceSecret, { secretId, value: 'canary-2' }, ada);
  await auth.ask(deleteSecret, { secretId }, ada);
  const { id: apiKeyId, key } = await auth.ask(createApiKey, { name: 'Nightly', scopes }, ada);
  await auth.ask(rollApiKey, { apiKeyId }, ada);
  await auth.ask(deleteApiKey, { apiKeyId }, ada);

  const { items } = await auth.ask(listAudit, { limit: 50 }, ada);
  const names = items
    .filter(({ event }) => /^(?:secret|api_key)\./.test(event))
    .map(({ event, details }) => [event, details['name']]);
  expect(names.toReversed()).toEqual([
    ['secret.created', 'Bot key'],
    ['secret.tested', 'Bot key'],
    ['secret.replaced', 'Bot key'],
    ['secret.shredded', 'Bot key'],
    ['api_key.created', 'Nightly'],
    ['api_key.rolled', 'Nightly'],
    ['api_key.deleted', 'Nightly'],
  ]);
  expect(JSON.stringify(items)).not.toContain('canary');
  expect(JSON.stringify(items)).not.toContain(key);
});

test('O-14 the entries of a disconnect name the provider, and nothing of the account that is forgotten', async () => {
  await using hub = await startWithPeer();
  const { id, label, account } = await connect(hub.auth, hub.ada);

  await hub.auth.ask(disconnect, { connectionId: id }, hub.ada);

  const { items } = await hub.auth.ask(listAudit, { limit: 50 }, hub.ada);
  const entries = items.filter(({ event }) => /^connection\.disconnect/.test(event));
  expect(entries.map(({ details }) => details['provider'])).toEqual(['peer', 'peer']);
  expect(JSON.stringify(entries)).not.toContain(label);
  expect(JSON.stringify(entries)).not.toContain(account.email);
});
