import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { beginFlow, disconnect, getConnection } from '@switchboard/contracts';
import { issue } from '../testing/credentials.ts';
import { type EveryProvider, fragmentMethods, startEveryProvider } from '../testing/every-provider.ts';
import { browserBinding } from '../testing/start-test-auth.ts';

let every: EveryProvider;
beforeAll(async () => {
  every = await startEveryProvider();
});
afterAll(() => every[Symbol.asyncDispose]());

test('every declared method that answers in a fragment is looked at', () => {
  expect(fragmentMethods.length).toBeGreaterThan(0);
});

describe.each(fragmentMethods)('%s', (name, { declaration }) => {
  const tokenName = declaration.kind === 'fragment' ? (declaration.tokenName ?? 'token') : '';

  /** Leaves for the provider's page. @returns the state that its way back carries. */
  async function leave(hub: Awaited<ReturnType<EveryProvider['use']>>): Promise<string> {
    const asked = { ...hub.asked, purpose: 'connect' as const, browserBinding };
    const { authorizationUrl } = await hub.auth.ask(beginFlow, asked, hub.ada);
    const back = [...new URL(authorizationUrl).searchParams.values()].find((value) => value.includes('/oauth/'));
    return new URL(back ?? '').searchParams.get('state') ?? '';
  }

  test('O-2 O-3 O-14 F-07 F-08 the declared page connects once, with a token that opens an account, and ends as declared', async () => {
    const hub = await every.use(name);
    const state = await leave(hub);
    const token = hub.peer.grants.give('subject-1');

    const { flow } = await hub.back({ state, [tokenName]: token });
    await expect(hub.back({ state, [tokenName]: token })).rejects.toMatchObject({ code: 'flow_invalid' });
    for (const [given, code] of [
      [{ [tokenName]: 'made-up' }, 'reconnect_required'],
      [{ code: token }, 'flow_invalid'],
      [{ error: 'access_denied' }, 'consent_denied'],
    ] as const) {
      const refused = await hub.back({ state: await leave(hub), ...given });
      expect(refused.flow).toMatchObject({ status: 'failed', error: { code } });
    }

    const connectionId = flow.connectionId!;
    const connection = await hub.auth.ask(getConnection, { connectionId }, hub.ada);
    expect(connection).toMatchObject({ status: 'active', method: hub.chosen.method, missingFeatures: [] });
    expect((await issue(hub.auth, hub.ada, connectionId, { needs: [] })).token).toBe(token);
    const { steps } = await hub.auth.ask(disconnect, { connectionId }, hub.ada);
    expect(steps[0]?.result).toBe(hub.oauth.revocationEndpoint === undefined ? 'not_offered' : 'done');
    expect(hub.peer.grants.opens(token)).toBe(hub.oauth.revocationEndpoint === undefined);
  });
});
