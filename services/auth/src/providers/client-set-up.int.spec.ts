import { expect, test } from '@jest/globals';
import {
  checkProviderClient,
  getConnection,
  listNotices,
  listProviderStates,
  putProviderClient,
  setClientTesting,
} from '@switchboard/contracts';
import { connect } from '../testing/connect.ts';
import { audited } from '../testing/credentials.ts';
import { startWithPeer } from '../testing/with-peer.ts';

const peer = { provider: 'peer' };
const life = { testingDays: 7, testingReason: 'The client is in testing mode.', reason: 'x' };

test('a client is tried with a code that nobody was given: known, or refused by the provider', async () => {
  await using known = await startWithPeer();
  expect(await known.auth.ask(checkProviderClient, peer, known.ada)).toMatchObject({ result: 'works' });
  expect(known.peer.requests.map(({ path }) => path)).toEqual(['/token']);

  await using refused = await startWithPeer({ clients: { peer: { clientId: 'other', clientSecret: 'wrong' } } });
  expect(await refused.auth.ask(checkProviderClient, peer, refused.ada)).toMatchObject({ result: 'refused' });
});

test('L-2 G-11 every try of a client is audited, and so many in a while are refused', async () => {
  await using hub = await startWithPeer();
  const check = () => hub.auth.ask(checkProviderClient, peer, hub.ada);

  for (let round = 0; round < 20; round++) await check();

  expect(await audited(hub.auth, 'provider.client_checked')).toBe(20);
  await expect(check()).rejects.toMatchObject({
    code: 'rate_limited',
    details: { retryAfterSeconds: expect.any(Number) },
  });
  const guess = hub.auth.ask(putProviderClient, { ...peer, clientId: 'other', clientSecret: 'guess' }, hub.ada);
  await expect(guess).rejects.toMatchObject({ code: 'rate_limited' });
  expect(hub.peer.requests).toHaveLength(20);
});

test('where the provider does not answer, or looks at the code first, the check says that it could not tell', async () => {
  await using hub = await startWithPeer({ oauth: { clientCheck: 'none' } });
  expect(await hub.auth.ask(checkProviderClient, peer, hub.ada)).toMatchObject({ result: 'could_not_tell' });
  expect(hub.peer.requests).toEqual([]);

  await using away = await startWithPeer();
  away.peer.lie = 'token-reset';
  expect(await away.auth.ask(checkProviderClient, peer, away.ada)).toMatchObject({ result: 'could_not_tell' });
});

test('V-11 the file of a client is taken in place of id and secret; a redirect URI that it lacks is named', async () => {
  await using hub = await startWithPeer({ oauth: { clientCheck: 'none' } });
  const web = { client_id: 'live-id', client_secret: 'canary-secret', redirect_uris: ['https://other.example/cb'] };

  const stored = await hub.auth.ask(putProviderClient, { ...peer, clientJson: JSON.stringify({ web }) }, hub.ada);

  expect(stored.methods[0]?.client).toMatchObject({
    clientId: 'live-id',
    source: 'stored',
    check: { result: 'could_not_tell' },
  });
  expect(stored.notes[0]).toContain('/oauth/peer/callback');
  expect(JSON.stringify(stored)).not.toContain('canary');
  const { items } = await hub.auth.ask(listProviderStates, {}, hub.ada);
  expect(items[0]?.methods[0]?.client).toEqual(stored.methods[0]?.client);
  const desktop = JSON.stringify({ installed: web });
  await expect(hub.auth.ask(putProviderClient, { ...peer, clientJson: desktop }, hub.ada)).rejects.toMatchObject({
    code: 'input_invalid',
  });
});

test('when an admin says that the client is in testing mode, its connections show their end, and not any more after', async () => {
  await using hub = await startWithPeer({ oauth: { life } });
  const { id } = await connect(hub.auth, hub.ada);
  const end = async () => (await hub.auth.ask(getConnection, { connectionId: id }, hub.ada)).expectedEnd;
  expect(await end()).toBeUndefined();

  await hub.auth.ask(setClientTesting, { ...peer, testing: true }, hub.ada);

  expect(await end()).toMatchObject({ reason: life.testingReason, renewed: false });
  await hub.auth.ask(setClientTesting, { ...peer, testing: false }, hub.ada);
  expect(await end()).toBeUndefined();
  expect((await hub.auth.ask(listNotices, {}, hub.ada)).items).toEqual([]);
});
