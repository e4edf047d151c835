import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { listConnections } from '@switchboard/contracts';
import { EvilPeer, type Lie } from '@switchboard/testing';
import { begin, complete, connect } from '../testing/connect.ts';
import { peerProvider } from '../testing/peer-provider.ts';
import { startTestAuth } from '../testing/start-test-auth.ts';
import { startWithPeer } from '../testing/with-peer.ts';

type Hub = Awaited<ReturnType<typeof startWithPeer>>;
let hub: Hub;

beforeAll(async () => {
  hub = await startWithPeer();
});
afterAll(() => hub[Symbol.asyncDispose]());

/** Goes through one flow while the peer lies. @returns how it ended and whether the code was sent anywhere. */
async function underLie(lie: Lie) {
  const before = hub.called('/token');
  hub.peer.lie = lie;
  try {
    const { parameters } = await begin(hub.auth, hub.ada);
    const ended = await complete(hub.auth, parameters, hub.ada).then(
      ({ flow }) => ({ status: flow.status, code: flow.error?.code, message: flow.error?.message }),
      (error: { code: string }) => ({ status: 'refused', code: error.code, message: '' }),
    );
    const { items } = await hub.auth.ask(listConnections, {}, hub.ada);
    return { ...ended, exchanges: hub.called('/token') - before, connections: items.length };
  } finally {
    hub.peer.lie = undefined;
  }
}

const mixUps: Lie[] = [
  'callback-iss-missing',
  'callback-iss-other',
  'callback-iss-case',
  'callback-iss-slash',
  'callback-iss-other-on-error',
  'callback-iss-missing-on-error',
  'callback-code-and-error',
  'callback-nothing',
  'callback-state-other',
  'callback-implicit',
];
test.each(mixUps)('O-5 F-08 %s is refused before the code is sent anywhere', async (lie) => {
  const ended = await underLie(lie);

  expect(ended).toMatchObject({ code: 'flow_invalid', exchanges: 0, connections: 0 });
});

const forgeries: Lie[] = [
  'alg-none',
  'alg-hs256-public-key',
  'bad-signature-rs256',
  'bad-signature-es256',
  'iss-wrong',
  'aud-wrong',
  'aud-missing',
  'aud-several-without-azp',
  'azp-other',
  'sub-missing',
  'iat-missing',
  'iat-future',
  'exp-past',
  'exp-missing',
  'nonce-wrong',
  'nonce-missing',
  'no-kid-several-keys',
  'key-unknown',
  'unknown-crit',
  'not-a-token',
  'id-token-absent',
  'userinfo-other-sub',
];
test.each(forgeries)('O-7 F-08 %s makes no connection', async (lie) => {
  const ended = await underLie(lie);

  expect(ended).toMatchObject({ status: 'failed', code: 'provider_rejected', connections: 0 });
});

const answers: [Lie, string][] = [
  ['callback-denied', 'consent_denied'],
  ['token-html', 'provider_rejected'],
  ['token-truncated', 'provider_rejected'],
  ['token-empty', 'provider_rejected'],
  ['token-absent', 'provider_rejected'],
  ['token-huge', 'provider_rejected'],
  ['token-with-newline', 'provider_rejected'],
  ['token-error-in-200', 'reconnect_required'],
  ['token-bad-client', 'provider_misconfigured'],
  ['token-unknown-error', 'provider_rejected'],
  ['token-redirect', 'provider_rejected'],
  ['token-reset', 'provider_unavailable'],
  ['token-503', 'provider_unavailable'],
];
test.each(answers)('O-17 %s becomes %s in one plain sentence', async (lie, code) => {
  const ended = await underLie(lie);

  expect(ended).toMatchObject({ status: 'failed', code, connections: 0 });
  expect(ended.message).toMatch(/^[^<>\r\n]{10,200}$/);
  expect(ended.message).not.toContain('canary');
});

test('O-19 a client secret goes only to the issuer it was registered with', async () => {
  await using one = await EvilPeer.start({ clientId: 'at-one' });
  await using other = await EvilPeer.start({ clientId: 'at-other' });
  const moved = (endpoint: string): string => endpoint.replace('https://peer.test', 'https://other.test');
  const there = peerProvider(other);
  const oauth = there.auth['oauth'] as unknown as Record<string, unknown>;
  const elsewhere = Object.fromEntries(
    Object.entries(oauth).map(([name, value]) => [name, typeof value === 'string' ? moved(value) : value]),
  );
  const provider = { ...there, id: 'other', auth: { oauth: { ...elsewhere, issuer: undefined, issParameter: false } } };
  await using auth = await startTestAuth({
    providers: [
      peerProvider(one),
      {
        ...provider,
        auth: {
          oauth: { ...provider.auth.oauth, identity: { endpoint: 'https://other.test/userinfo', subject: '/sub' } },
        },
      } as never,
    ],
    originMap: { ...one.originMap, 'https://other.test': other.url },
    clients: {
      peer: { clientId: one.clientId, clientSecret: one.clientSecret },
      other: { clientId: other.clientId, clientSecret: other.clientSecret },
    },
  });
  const ada = await auth.signIn();

  await connect(auth, ada);
  const { parameters } = await begin(auth, ada, { provider: 'other' });
  await complete(auth, parameters, ada, { provider: 'other' });

  expect(JSON.stringify(one.requests)).toContain(one.clientSecret);
  expect(JSON.stringify(one.requests)).not.toContain(other.clientSecret);
  expect(JSON.stringify(other.requests)).toContain(other.clientSecret);
  expect(JSON.stringify(other.requests)).not.toContain(one.clientSecret);
});
