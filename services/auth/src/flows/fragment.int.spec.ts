import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import {
  beginFlow,
  disconnect,
  getConnection,
  HubError,
  refreshConnection,
  testConnection,
} from '@switchboard/contracts';
import { defineProvider, fragmentToken } from '@switchboard/provider-kit';
import { DeclaredPeer, PeerHost } from '@switchboard/testing';
import { complete } from '../testing/connect.ts';
import { digestOf, issue } from '../testing/credentials.ts';
import { leaksIn, dumpDatabase } from '../testing/leak-scan.ts';
import { browserBinding, startTestAuth } from '../testing/start-test-auth.ts';

const features = {
  read: { title: 'Read', description: 'See your boards.', scopes: ['read'] },
  write: { title: 'Write', description: 'Change your boards.', scopes: ['read', 'write'], includes: ['read'] },
};
const board = defineProvider({
  id: 'board',
  title: 'Board',
  description: 'A provider for tests.',
  docsUrl: 'https://board.test/docs',
  auth: {
    key: fragmentToken({
      title: 'Key and token',
      authorizationEndpoint: 'https://board.test/1/authorize?from=us',
      authorizationParams: {
        key: '{clientId}',
        return_url: '{redirectUri}',
        scope: '{scope}',
        callback_method: 'fragment',
        response_type: 'token',
      },
      scopeSeparator: ',',
      use: { in: 'header', name: 'authorization', prefix: 'OAuth key="{clientId}", token="', suffix: '"' },
      revocationEndpoint: 'https://api.board.test/tokens/{token}?key={clientId}&token={token}',
      revocation: { method: 'DELETE', tokenIn: 'path', body: 'empty' },
      identity: { endpoint: 'https://api.board.test/members/me', subject: '/id', name: '/name', email: '/email' },
      features,
      baseFeatures: ['read'],
    }),
  },
  api: { baseUrl: 'https://api.board.test', hosts: ['https://api.board.test'] },
  explain: () => ({ kind: 'rejected' }),
  actions: [],
});
const method = board.auth['key']!;

async function startBoard() {
  const stack = new AsyncDisposableStack();
  const host = stack.use(await PeerHost.start());
  const peer = await DeclaredPeer.create({
    oauth: {
      authorizationEndpoint: 'https://board.test/1/authorize',
      tokenEndpoint: 'https://board.test/never',
      revocationEndpoint: 'https://api.board.test/tokens/{token}',
      revokes: 'token',
      clientAuth: 'none',
      pkce: 'none',
      neverExpires: true,
      identity: method.identity,
    },
    clientId: 'api-key',
    clientSecret: 'unused-secret',
  });
  host.peer = peer;
  const auth = stack.use(
    await startTestAuth({
      providers: [board],
      originMap: host.originMap(peer.origins),
      clients: { board: { clientId: 'api-key', clientSecret: 'unused-secret' } },
    }),
  );
  const ada = await auth.signIn();
  const leave = async (wanted = ['write']) => {
    const asked = { provider: 'board', purpose: 'connect' as const, features: wanted, browserBinding };
    const { authorizationUrl } = await auth.ask(beginFlow, asked, ada);
    const page = new URL(authorizationUrl);
    const back = new URL(page.searchParams.get('return_url') ?? '');
    return { page, back, state: back.searchParams.get('state') ?? '' };
  };
  const hand = (parameters: Record<string, string>, changes = {}) =>
    complete(auth, parameters, ada, { provider: 'board', ...changes });
  const connect = async () => {
    const { state } = await leave();
    const { flow } = await hand({ state, token: peer.grants.give('subject-1') });
    return auth.ask(getConnection, { connectionId: flow.connectionId! }, ada);
  };
  return { auth, ada, peer, leave, hand, connect, [Symbol.asyncDispose]: () => stack.disposeAsync() };
}

type Board = Awaited<ReturnType<typeof startBoard>>;
let hub: Board;
beforeAll(async () => {
  hub = await startBoard();
});
afterAll(() => hub[Symbol.asyncDispose]());
beforeEach(() => {
  hub.peer.lie = undefined;
  hub.peer.grants.endAll();
});

describe('a token that comes in the fragment', () => {
  test('O-2 the page is asked with the key, the scopes and a way back that carries the state', async () => {
    const { page, back, state } = await hub.leave();

    expect(Object.fromEntries(page.searchParams)).toEqual({
      from: 'us',
      key: 'api-key',
      return_url: back.href,
      scope: 'read,write',
      callback_method: 'fragment',
      response_type: 'token',
    });
    expect(back.origin + back.pathname).toBe('http://localhost:3000/oauth/board/callback');
    expect(state).toMatch(/^[\w-]{43}$/);
  });

  test('O-9 the account is connected with what was chosen, and the token does not run out', async () => {
    const connection = await hub.connect();

    expect(connection).toMatchObject({ status: 'active', features: ['read', 'write'], method: 'key' });
    expect(connection.account).toMatchObject({ subject: 'subject-1', name: 'Ada Marsh' });
    expect(connection.accessExpiresAt).toBeUndefined();
    expect(hub.peer.requests.at(-1)?.headers.authorization).toMatch(/^OAuth key="api-key", token="canary-at-\w+"$/);
    expect((await issue(hub.auth, hub.ada, connection.id, { needs: ['write'] })).token).toMatch(/^canary-at/);
  });

  test('O-14 a token that the provider gave a second time is not revoked as the one it replaces', async () => {
    const token = hub.peer.grants.give('subject-1');
    const come = async () => (await hub.hand({ state: (await hub.leave()).state, token })).flow;
    const { connectionId } = await come();

    const again = await come();

    expect(again).toMatchObject({ status: 'succeeded', connectionId });
    expect(hub.peer.requests.filter(({ path }) => path.endsWith(`/tokens/${token}`))).toEqual([]);
  });

  test('O-3 O-4 O-5 F-07 the state counts once, in its own browser, for its own provider', async () => {
    const { state } = await hub.leave();
    const parameters = { state, token: hub.peer.grants.give('subject-1') };

    for (const changes of [{ browserBinding: 'x'.repeat(43) }, { browserBinding: undefined }])
      await expect(hub.hand(parameters, changes)).rejects.toMatchObject({ code: 'flow_invalid' });
    expect((await hub.hand(parameters)).flow.status).toBe('succeeded');
    await expect(hub.hand(parameters)).rejects.toMatchObject({ code: 'flow_invalid' });
  });

  test.each<[string, Record<string, string>, string]>([
    ['no token', {}, 'flow_invalid'],
    ['an empty token', { token: '' }, 'flow_invalid'],
    ['a code beside it', { token: 'a', code: 'b' }, 'flow_invalid'],
    ['a line break in it', { token: 'a\r\nx-evil: 1' }, 'flow_invalid'],
    ['5,000 characters', { token: 'a'.repeat(5_000) }, 'flow_invalid'],
    ['a refusal', { error: 'access_denied' }, 'consent_denied'],
    ['a token that opens nothing', { token: 'made-up' }, 'reconnect_required'],
  ])('F-08 a fragment with %s makes no connection', async (_what, given, code) => {
    const { state } = await hub.leave();

    const { flow } = await hub.hand({ state, ...given });

    expect(flow).toMatchObject({ status: 'failed', error: { code } });
  });

  test('O-11 F-04 F-06 a refused token is asked about once, kept where it is good, and ends where it is not', async () => {
    const { id } = await hub.connect();
    const { token } = await issue(hub.auth, hub.ada, id, { needs: [] });
    const rejected = digestOf(token);

    const good = await issue(hub.auth, hub.ada, id, { needs: [], rejected }).catch((error: HubError) => error.code);
    expect(good).toBe('provider_unavailable');
    await expect(hub.auth.ask(refreshConnection, { connectionId: id }, hub.ada)).rejects.toMatchObject({
      code: 'conflict',
    });

    const other = await hub.connect();
    const fresh = await issue(hub.auth, hub.ada, other.id, { needs: [] });
    hub.peer.grants.endAll();
    await expect(hub.auth.ask(testConnection, { connectionId: other.id }, hub.ada)).rejects.toMatchObject({
      code: 'reconnect_required',
    });
    expect(fresh.token).not.toBe(token);
  });

  test('O-14 O-18 disconnecting deletes the token at the provider, and it lies nowhere', async () => {
    const { id } = await hub.connect();
    const { token } = await issue(hub.auth, hub.ada, id, { needs: [] });

    const receipt = await hub.auth.ask(disconnect, { connectionId: id }, hub.ada);

    expect(receipt.steps.map(({ result }) => result)).toEqual(['done', 'done', 'done']);
    expect(hub.peer.requests.at(-1)).toMatchObject({ method: 'DELETE', path: `/api.board.test/tokens/${token}` });
    expect(hub.peer.grants.opens(token)).toBe(false);
    expect(leaksIn(await dumpDatabase(hub.auth.ownerUrl), [token])).toEqual([]);
  });
});
