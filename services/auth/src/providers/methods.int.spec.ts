import { expect, test } from '@jest/globals';
import {
  beginFlow,
  createKeyConnection,
  getSetup,
  listConnections,
  listProviderStates,
  putProviderClient,
} from '@switchboard/contracts';
import {
  apiKey,
  defineAction,
  defineProvider,
  fragmentToken,
  type ProviderDeclaration,
} from '@switchboard/provider-kit';
import { EvilPeer } from '@switchboard/testing';
import { z } from 'zod';
import { connect } from '../testing/connect.ts';
import { peerProvider } from '../testing/peer-provider.ts';
import { browserBinding, startTestAuth } from '../testing/start-test-auth.ts';

const listNotes = defineAction({
  name: 'list_notes',
  title: 'List notes',
  description: 'Lists the notes.',
  effect: 'read',
  idempotent: true,
  needs: ['notes.read'],
  input: z.object({}),
  output: z.object({}),
  run: () => Promise.resolve({}),
  examples: [{ input: {} }],
});

/** A provider with the peer's code flow, the same account by a token in the fragment, and a key. */
function manyWays(peer: EvilPeer): ProviderDeclaration {
  const { auth, ...rest } = peerProvider(peer, { title: 'Sign in', note: 'For everyone.' });
  const features = { whole: { title: 'Everything', description: 'Do anything.', scopes: ['all'] } };
  const identity = { endpoint: 'https://peer.test/userinfo', subject: '/sub', name: '/name' };
  return defineProvider({
    ...rest,
    actions: [listNotes],
    settings: z.object({ zone: z.enum(['eu', 'us']).default('eu').describe('Where the account is') }),
    auth: {
      ...auth,
      token: fragmentToken({
        title: 'Key and token',
        authorizationEndpoint: 'https://peer.test/1/authorize',
        authorizationParams: { key: '{clientId}', return_url: '{redirectUri}', scope: '{scope}' },
        identity,
        features,
        baseFeatures: ['whole'],
      }),
      key: apiKey({
        title: 'API key',
        keyTitle: 'Key',
        keyHint: 'Under settings.',
        settings: z.object({ team: z.string().max(20).optional().describe('Your team') }),
        identity,
        features,
      }),
    },
  });
}

async function startMany(environment: Record<string, string> = {}) {
  const stack = new AsyncDisposableStack();
  const peer = stack.use(await EvilPeer.start());
  const client = { clientId: peer.clientId, clientSecret: peer.clientSecret };
  const auth = stack.use(
    await startTestAuth({
      providers: [manyWays(peer)],
      originMap: peer.originMap,
      clients: { peer: client },
      environment,
    }),
  );
  const ada = await auth.signIn();
  const begin = (method?: string) =>
    auth.ask(
      beginFlow,
      { provider: 'peer', purpose: 'connect', features: [], browserBinding, ...(method !== undefined && { method }) },
      ada,
    );
  const view = async () => (await auth.ask(listProviderStates, {}, ada)).items[0];
  return { peer, auth, ada, begin, view, [Symbol.asyncDispose]: () => stack.disposeAsync() };
}

test('every way of connecting is shown with what it needs', async () => {
  await using hub = await startMany();

  const { methods, features, ready } = (await hub.view())!;

  expect(ready).toBe(true);
  expect(features.map(({ id }) => id)).toEqual(['identity', 'notes.read', 'notes.write', 'whole']);
  expect(features.filter(({ reads }) => reads).map(({ id }) => id)).toEqual(['notes.read']);
  const redirectUri = 'http://localhost:3000/oauth/peer/callback';
  expect(methods).toMatchObject([
    { id: 'oauth', kind: 'oauth2', title: 'Sign in', note: 'For everyone.', redirectUri, ready: true },
    { id: 'token', kind: 'fragment', title: 'Key and token', redirectUri, features: [{ id: 'whole', required: true }] },
    { id: 'key', kind: 'apiKey', title: 'API key', keyTitle: 'Key', keyHint: 'Under settings.', ready: true },
  ]);
  expect(methods.map(({ settings }) => Object.keys((settings as { properties: object }).properties))).toEqual([
    ['zone'],
    ['zone'],
    ['zone', 'team'],
  ]);
  expect(methods[2]?.redirectUri).toBeUndefined();
});

test('the first way is gone unless another is chosen, and one of another kind is refused', async () => {
  await using hub = await startMany();

  const [usual, chosen] = [await hub.begin(), await hub.begin('token')];

  expect(new URL(usual.authorizationUrl).pathname).toBe('/authorize');
  expect(new URL(chosen.authorizationUrl).pathname).toBe('/1/authorize');
  for (const method of ['key', 'other', 'constructor'])
    await expect(hub.begin(method)).rejects.toMatchObject({ code: 'provider_unknown' });
  const asked = { provider: 'peer', features: [], key: 'k', method: 'oauth' };
  await expect(hub.auth.ask(createKeyConnection, asked, hub.ada)).rejects.toMatchObject({ code: 'provider_unknown' });
});

test('one account connected by two ways is two connections, each with its own', async () => {
  await using hub = await startMany();
  const one = await connect(hub.auth, hub.ada, { settings: { zone: 'us' } });
  const key = tokenOf(hub.peer);
  const other = await hub.auth.ask(
    createKeyConnection,
    { provider: 'peer', features: [], key, method: 'key', settings: { team: 'red' } },
    hub.ada,
  );

  const { items } = await hub.auth.ask(listConnections, {}, hub.ada);
  expect(items.map(({ id, method, settings }) => ({ id, method, settings }))).toEqual([
    { id: one.id, method: 'oauth', settings: { zone: 'us' } },
    { id: other.id, method: 'key', settings: { zone: 'eu', team: 'red' } },
  ]);
  expect(new Set(items.map(({ account }) => account.subject)).size).toBe(1);
});

test('each kind of client is a registration of its own: set by the environment, or stored, the key without a secret', async () => {
  await using hub = await startMany({ PEER_TOKEN_CLIENT_ID: 'env-key', SWB_SANDBOX: 'off' });
  const before = (await hub.view())!;

  expect(before.methods.map(({ ready, client }) => [ready, client?.clientId])).toEqual([
    [false, undefined],
    [true, 'env-key'],
    [true, undefined],
  ]);
  const url = new URL((await hub.begin('token')).authorizationUrl);
  expect(url.searchParams.get('key')).toBe('env-key');
  await expect(hub.begin('oauth')).rejects.toMatchObject({ code: 'provider_not_set_up' });
  const stored = { provider: 'peer', method: 'token', clientId: 'mine' };
  await expect(hub.auth.ask(putProviderClient, stored, hub.ada)).rejects.toMatchObject({ code: 'conflict' });
  await expect(
    hub.auth.ask(putProviderClient, { provider: 'peer', clientId: 'no-secret' }, hub.ada),
  ).rejects.toMatchObject({ code: 'input_invalid', details: { errors: [{ path: '/clientSecret' }] } });
});

test('whoever can sign people in is named with its title', async () => {
  await using hub = await startMany();

  expect((await hub.auth.ask(getSetup, {})).signInProviders).toEqual([{ id: 'peer', title: 'Peer' }]);
});

/** An access token that the peer gave. */
function tokenOf({ requests }: EvilPeer): string {
  const sent = requests.map(({ headers }) => String(headers['authorization'] ?? ''));
  return sent.findLast((one) => one.startsWith('Bearer '))?.slice('Bearer '.length) ?? '';
}
