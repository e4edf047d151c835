import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { PeerLie } from '@switchboard/testing';
import { issue } from '../testing/credentials.ts';
import {
  clientSecret,
  codeMethods,
  type EveryProvider,
  type InUse,
  startEveryProvider,
} from '../testing/every-provider.ts';

let every: EveryProvider;
let hub: InUse;

beforeAll(async () => {
  every = await startEveryProvider();
});
afterAll(() => every[Symbol.asyncDispose]());

describe.each(codeMethods)('%s', (name, { declaration }) => {
  if (declaration.kind !== 'oauth2') return;
  const { callback, issuer, issParameter, discoversFrom, identity, tokenAnswerMustSay, revokes } = declaration;
  const proves = issuer !== undefined;
  const tellsIssuer = issParameter === true || discoversFrom !== undefined;
  const when = (holds: unknown, ...lies: PeerLie[]): PeerLie[] => (holds ? lies : []);

  beforeEach(async () => {
    hub = await every.use(name);
  });

  test('O-1 O-7 O-9 the declared flow connects the account with what was chosen and granted', async () => {
    const connection = await hub.connect();

    expect(connection).toMatchObject({ status: 'active', missingFeatures: [], method: hub.chosen.method });
    expect(connection.account.subject).toContain('subject-1');
    const asked = hub.peer.requests.find(({ fields }) => fields['response_type'] === 'code')?.fields;
    expect(asked?.['state']).toMatch(/^[\w-]{43}$/);
    expect(asked?.['client_secret']).toBeUndefined();
    expect(asked?.['code_challenge_method']).toBe(declaration.pkce === 'S256' ? 'S256' : undefined);
  });

  const mixUps = [
    ...when(true, 'callback-code-and-error', 'callback-nothing', 'callback-state-other', 'callback-implicit'),
    ...when(proves, 'callback-iss-other', 'callback-iss-case', 'callback-iss-slash', 'callback-iss-other-on-error'),
    ...when(tellsIssuer, 'callback-iss-missing', 'callback-iss-missing-on-error'),
    ...when(callback?.mustSay, 'callback-says-other', 'callback-says-nothing'),
    ...when(callback?.signature, 'callback-unsigned', 'callback-signed-by-another', 'callback-changed-after-signing'),
    ...when(callback?.signature?.timestamp, 'callback-stale'),
    ...when(callback?.tellsSetting, 'callback-tells-elsewhere'),
  ];
  test.each(mixUps)('O-5 O-6 F-08 %s is refused before the code is sent anywhere', async (lie) => {
    const before = (await hub.list()).length;

    expect(await hub.underLie(lie)).toMatchObject({ code: 'flow_invalid', exchanges: 0, connections: before });
  });

  test('O-3 O-4 O-5 F-07 a code again, another browser, no cookie, another provider’s callback: one exchange in all', async () => {
    const before = hub.peer.called(hub.oauth.tokenEndpoint);
    const { parameters } = await hub.leave();
    const other = codeMethods.find(([, { provider }]) => provider.id !== hub.asked.provider)?.[1].provider.id ?? 'x';
    const tries = [{ browserBinding: 'x'.repeat(43) }, { browserBinding: undefined }, { provider: other }];

    for (const changes of tries)
      await expect(hub.back(parameters, changes)).rejects.toMatchObject({ code: 'flow_invalid' });
    const { flow } = await hub.back(parameters);
    await expect(hub.back(parameters)).rejects.toMatchObject({ code: 'flow_invalid' });

    expect(flow.status).toBe('succeeded');
    expect(hub.peer.called(hub.oauth.tokenEndpoint) - before).toBe(1);
  });

  const forgeries = [
    ...when(proves, 'alg-none', 'alg-hs256-public-key', 'bad-signature-rs256', 'iss-wrong', 'aud-wrong', 'aud-missing'),
    ...when(proves, 'sub-missing', 'iat-missing', 'exp-past', 'nonce-wrong', 'nonce-missing', 'id-token-absent'),
    ...when(proves, 'key-unknown', 'identity-other'),
    ...when(tokenAnswerMustSay, 'answer-says-other'),
    ...when(true, 'identity-empty', 'identity-html'),
  ];
  test.each(forgeries)('O-6 O-7 F-08 %s makes no connection', async (lie) => {
    const before = (await hub.list()).length;

    expect(await hub.underLie(lie)).toMatchObject({ code: 'provider_rejected', connections: before });
  });

  test('O-8 another account at a reconnect is refused, and the old access goes on', async () => {
    const { id } = await hub.connect();
    const { token } = await issue(hub.auth, hub.ada, id, { needs: [] });
    const [before, alive] = [hub.peer.revocations, hub.peer.grants.alive];
    hub.peer.subject = 'subject-2';
    const { parameters } = await hub.leave({ purpose: 'reconnect', connectionId: id, features: [] });
    const { flow } = await hub.back(parameters);
    hub.peer.subject = 'subject-1';

    expect(flow).toMatchObject({ status: 'failed', error: { code: 'account_mismatch' } });
    expect((await issue(hub.auth, hub.ada, id, { needs: [] })).token).toBe(token);
    expect(hub.peer.grants.opens(token)).toBe(true);
    const ends = hub.oauth.revocationEndpoint !== undefined && revokes !== 'project';
    expect(hub.peer.revocations - before).toBe(ends ? 1 : 0);
    expect(hub.peer.grants.alive > alive).toBe(!ends);
  });

  const answers: [PeerLie, string][] = [
    ['callback-denied', 'consent_denied'],
    ['token-html', 'provider_rejected'],
    ['token-truncated', 'provider_rejected'],
    ['token-absent', 'provider_rejected'],
    ['token-huge', 'provider_rejected'],
    ['token-with-newline', 'provider_rejected'],
    ['token-of-other-type', 'provider_rejected'],
    ['token-error-in-200', 'reconnect_required'],
    ['token-bad-client', 'provider_misconfigured'],
    ['token-redirect', 'provider_rejected'],
    ['token-reset', 'provider_unavailable'],
    ['identity-500', 'provider_unavailable'],
    ...when(identity.mustSay, 'identity-refused-in-200').map((lie): [PeerLie, string] => [lie, 'reconnect_required']),
    ['token-429', 'provider_limited'],
  ];
  test.each(answers)('O-17 F-25 F-26 %s becomes %s in one plain sentence', async (lie, code) => {
    const before = (await hub.list()).length;

    const ended = await hub.underLie(lie);

    expect(ended).toMatchObject({ status: 'failed', code, connections: before });
    expect(ended.message).toMatch(/^[^<>\r\n]{10,200}$/);
    expect(ended.message).not.toContain('canary');
    if (lie === 'token-429') expect(ended.message).toContain('Try again in 3 seconds.');
  });

  test('O-18 O-19 its client secret went to its token and revocation endpoints alone, and into no address', () => {
    const paths = [hub.oauth.tokenEndpoint, hub.oauth.revocationEndpoint ?? hub.oauth.tokenEndpoint].map(
      (endpoint) => `/${new URL(endpoint).host}`,
    );
    const basic = Buffer.from(`client-1:${clientSecret}`).toString('base64');
    const with_ = hub.peer.requests.filter((one) => {
      const said = JSON.stringify(one);
      return said.includes(clientSecret) || said.includes(basic);
    });

    expect(with_.filter(({ path }) => !paths.some((host) => path.startsWith(host)))).toEqual([]);
    expect(with_.filter(({ path }) => path.includes('canary'))).toEqual([]);
  });
});
