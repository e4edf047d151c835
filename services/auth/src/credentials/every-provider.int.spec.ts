import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type Connection, getConnection, HubError, refreshConnection } from '@switchboard/contracts';
import { digestOf, expire, issue } from '../testing/credentials.ts';
import { codeMethods, type EveryProvider, type InUse, startEveryProvider } from '../testing/every-provider.ts';

let every: EveryProvider;
let hub: InUse;
let connection: Connection;

beforeAll(async () => {
  every = await startEveryProvider();
});
afterAll(() => every[Symbol.asyncDispose]());

const token = async (rejected?: string) =>
  (await issue(hub.auth, hub.ada, connection.id, { needs: [], ...(rejected && { rejected }) })).token;
const codeOf = (result: PromiseSettledResult<unknown>): string =>
  result.status === 'rejected' ? (result.reason as HubError).code : 'ok';
const statusNow = async (): Promise<string> =>
  (await hub.auth.ask(getConnection, { connectionId: connection.id }, hub.ada)).status;

/** Holds token answers back until told. */
function gate() {
  const opened = Promise.withResolvers<void>();
  const reached = Promise.withResolvers<void>();
  hub.peer.beforeToken = () => {
    reached.resolve();
    return opened.promise;
  };
  return { reached: reached.promise, open: opened.resolve };
}

const renewing = codeMethods.filter(
  ([, { declaration }]) => declaration.kind === 'oauth2' && !declaration.neverExpires,
);
describe.each(renewing)('%s', (name, { declaration }) => {
  const { refreshRotates: rotates = false } = declaration.kind === 'oauth2' ? declaration : {};

  beforeEach(async () => {
    hub = await every.use(name);
    hub.peer.lie = undefined;
    hub.peer.beforeToken = async () => undefined;
    connection = await hub.connect();
    hub.peer.grants.refreshes = 0;
    hub.peer.grants.reused = 0;
  });

  test('O-10 O-13 F-01 many calls at the end of a token make one renewal, again and again', async () => {
    for (let round = 1; round <= 3; round++) {
      await expire(hub.auth, connection.id);
      const tokens = await Promise.all(Array.from({ length: 40 }, () => token()));
      expect(new Set(tokens).size).toBe(1);
      expect(hub.peer.grants).toMatchObject({ refreshes: round, reused: 0 });
    }
  });

  test('O-11 F-04 a grant that was ended while calls are in flight is tried once and never again', async () => {
    const rejected = digestOf(await token());
    hub.peer.grants.endAll();

    const results = await Promise.allSettled(Array.from({ length: 20 }, () => token(rejected)));
    const later = await Promise.allSettled([token()]);

    expect(new Set([...results, ...later].map(codeOf))).toEqual(new Set(['reconnect_required']));
    expect(hub.peer.grants.refreshes).toBe(1);
    expect(await statusNow()).toBe('reconnect_required');
  });

  test('F-06 a provider that refuses good tokens causes one renewal', async () => {
    let known = await token();
    const results: string[] = [];
    for (let round = 0; round < 5; round++) {
      const [result] = await Promise.allSettled([token(digestOf(known))]);
      if (result.status === 'fulfilled') known = result.value;
      results.push(codeOf(result));
    }

    expect(hub.peer.grants.refreshes).toBe(1);
    expect(results).toEqual(['ok', ...Array.from({ length: 4 }, () => 'provider_unavailable')]);
  });

  test('O-10 F-05 a reconnect during a renewal wins', async () => {
    await expire(hub.auth, connection.id);
    const held = gate();
    const waiting = token();
    await held.reached;
    hub.peer.beforeToken = async () => undefined;
    const { parameters } = await hub.leave({ purpose: 'reconnect', connectionId: connection.id, features: [] });
    const { flow } = await hub.back(parameters);
    const reconnected = await token();
    held.open();

    expect(flow.status).toBe('succeeded');
    expect(await waiting).toBe(reconnected);
    expect(await token()).toBe(reconnected);
  });

  test('O-12 F-27 an answer that is lost is asked for once more with the same token, and never a third time', async () => {
    await expire(hub.auth, connection.id);
    hub.peer.lie = 'token-reset';

    const [result] = await Promise.allSettled([token()]);

    const sent = hub.peer.requests.filter(({ fields }) => fields['grant_type'] === 'refresh_token').slice(-2);
    expect(hub.peer.grants.refreshes).toBe(2);
    expect(new Set(sent.map(({ fields }) => fields['refresh_token'])).size).toBe(1);
    expect(codeOf(result)).toBe(rotates ? 'reconnect_required' : 'provider_unavailable');
    expect(await statusNow()).toBe(rotates ? 'reconnect_required' : 'active');
  });

  test.each([
    ['token-error-in-500', 'provider_unavailable'],
    ['token-bad-client', 'provider_misconfigured'],
    ['token-html', rotates ? 'reconnect_required' : 'provider_unavailable'],
    ['token-redirect', rotates ? 'reconnect_required' : 'provider_unavailable'],
    ['token-429', 'provider_limited'],
  ] as const)(
    'O-11 F-23 F-24 F-25 F-26 %s at a renewal is %s, and nothing is asked for a second time at once',
    async (lie, code) => {
      await expire(hub.auth, connection.id);
      hub.peer.lie = lie;

      const results = await Promise.allSettled(Array.from({ length: 5 }, () => token()));

      expect(new Set(results.map(codeOf))).toEqual(new Set([code]));
      expect(hub.peer.grants.refreshes).toBeLessThanOrEqual(2);
      expect(await statusNow()).toBe(code === 'reconnect_required' ? code : 'active');
    },
  );
});

const lasting = codeMethods.filter(([, { declaration }]) => declaration.kind === 'oauth2' && declaration.neverExpires);
if (lasting.length > 0)
  describe.each(lasting)('%s', (name) => {
    beforeEach(async () => {
      hub = await every.use(name);
      connection = await hub.connect();
    });

    test('O-10 what does not run out is not renewed', async () => {
      const asked = hub.auth.ask(refreshConnection, { connectionId: connection.id }, hub.ada);

      await expect(asked).rejects.toMatchObject({ code: 'conflict' });
    });

    test('O-11 F-04 F-06 a token that never runs out is asked about where it is refused, and ends only where the account refuses it', async () => {
      const known = await token();

      const [good] = await Promise.allSettled([token(digestOf(known))]);
      expect([codeOf(good), await statusNow()]).toEqual(['provider_unavailable', 'active']);

      connection = await hub.connect();
      const fresh = await token();
      hub.peer.grants.endAll();
      const results = await Promise.allSettled(Array.from({ length: 10 }, () => token(digestOf(fresh))));

      expect(new Set(results.map(codeOf))).toEqual(new Set(['reconnect_required']));
      expect(hub.peer.requests.filter(({ fields }) => fields['grant_type'] === 'refresh_token')).toEqual([]);
    });
  });
