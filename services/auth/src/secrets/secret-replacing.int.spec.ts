import { expect, test } from '@jest/globals';
import { createKeyConnection, createSecret, listSecrets, replaceSecret } from '@switchboard/contracts';
import { apiKey, defineProvider } from '@switchboard/provider-kit';
import { audited, issue } from '../testing/credentials.ts';
import { keyedProvider, KeyServer } from '../testing/key-server.ts';
import { startTestAuth } from '../testing/start-test-auth.ts';

const none = { needs: [] };
const origin = 'https://api.twin.test';
const [before, after] = ['k-ada-0000-0000-1234', 'k-new-0000-0000-5678'] as const;

/** A second service that takes the same keys, and names nobody. */
const twin = defineProvider({
  ...keyedProvider,
  id: 'twin',
  auth: {
    key: apiKey({
      use: { in: 'path', prefix: '/bot' },
      features: {},
      identity: { endpoint: `${origin}/me`, method: 'POST', body: '{}', mustSay: { '/ok': true } },
    }),
  },
  api: { baseUrl: origin, hosts: [origin] },
});

/** One secret, and a connection made with it at either service. */
async function start() {
  const stack = new AsyncDisposableStack();
  const first = stack.use(await KeyServer.start());
  const second = stack.use(await KeyServer.start());
  const originMap = { ...first.originMap, [origin]: second.url };
  const auth = stack.use(await startTestAuth({ providers: [keyedProvider, twin], originMap }));
  const ada = await auth.signIn();
  for (const server of [first, second]) server.accounts.set(before, { id: '7', name: 'Ada bot' });
  const { id: secretId } = await auth.ask(createSecret, { name: 'Bot', value: before }, ada);
  const connect = async (provider: string, how: object = { secretId }) =>
    (await auth.ask(createKeyConnection, { provider, features: [], ...how }, ada)).id;
  const ids = [await connect('keyed'), await connect('twin')];
  const keys = () => Promise.all(ids.map(async (id) => (await issue(auth, ada, id, none)).token));
  const accept = (...servers: KeyServer[]) => {
    for (const server of servers) server.accounts.set(after, { id: '7', name: 'Ada bot' });
  };
  const replace = () => auth.ask(replaceSecret, { secretId, value: after }, ada);
  const lastFour = async () => (await auth.ask(listSecrets, {}, ada)).items[0]?.lastFour;
  const dispose = () => stack.disposeAsync();
  return { auth, first, second, connect, keys, accept, replace, lastFour, [Symbol.asyncDispose]: dispose };
}

test('a secret of several connections is replaced in all of them', async () => {
  await using hub = await start();
  hub.accept(hub.first, hub.second);

  await hub.replace();

  expect(await hub.lastFour()).toBe('5678');
  expect(await hub.keys()).toEqual([after, after]);
  expect(await audited(hub.auth, 'connection.reconnected')).toBe(2);
});

test('a key that one of its services refuses replaces nothing at any', async () => {
  await using hub = await start();
  hub.accept(hub.first);

  await expect(hub.replace()).rejects.toMatchObject({ code: 'provider_rejected' });

  expect(await hub.lastFour()).toBe('1234');
  expect(await hub.keys()).toEqual([before, before]);
});

test('a replacement that cannot be stored for the last connection is undone for those before it', async () => {
  await using hub = await start();
  hub.accept(hub.first, hub.second);
  await hub.connect('twin', { key: after });

  await expect(hub.replace()).rejects.toMatchObject({ code: 'conflict' });

  expect(await hub.lastFour()).toBe('1234');
  expect(await hub.keys()).toEqual([before, before]);
  expect(await audited(hub.auth, 'connection.reconnected')).toBe(0);
});

test('an account that is being connected with a secret while it is replaced is not left with the old key', async () => {
  await using hub = await start();
  hub.accept(hub.first, hub.second);
  const [asked, answered] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  hub.second.beforeAnswer = () => {
    asked.resolve();
    return answered.promise;
  };

  const connecting = hub.connect('twin');
  await asked.promise;
  hub.second.beforeAnswer = () => Promise.resolve();
  await hub.replace();
  answered.resolve();

  await expect(connecting).rejects.toMatchObject({ code: 'conflict' });
  expect(await hub.keys()).toEqual([after, after]);
});
