import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createEgress, type Egress, EgressError } from '@switchboard/egress';
import {
  exchangeCode,
  HiddenToken,
  type OAuthContext,
  OAuthError,
  readIdentity,
  refreshTokens,
} from '@switchboard/oauth';
import { type Fault, FaultyProvider, PeerHost } from '@switchboard/testing';
import { clientId, clientSecret, codeMethods, type Declared, everyDeclared } from '../testing/every-provider.ts';

const canary = 'canary-rt-1a2b3c4d';
const tokens = new HiddenToken(canary);
const deadlineMs = 300;
const notFound = Object.assign(new Error('not found'), { code: 'ENOTFOUND' });

let all: ReadonlyMap<string, Declared>;
let faulty: FaultyProvider;
let elsewhere: FaultyProvider;
let host: PeerHost;

beforeAll(async () => {
  all = await everyDeclared();
  [faulty, elsewhere, host] = await Promise.all([FaultyProvider.start(), FaultyProvider.start(), PeerHost.start()]);
  faulty.elsewhere = `${elsewhere.url}/stolen`;
});
afterAll(() => Promise.all([faulty, elsewhere, host].map((one) => one[Symbol.asyncDispose]())));

/** A connection's calls, its provider standing behind a server; deadlines are short. */
function contextOf({ peer, oauth, chosen }: Declared, url: string): OAuthContext & { own: Egress } {
  const origins = peer.origins.map((origin) => [origin, `${url}/${new URL(origin).host}`]);
  const own = createEgress({ originMap: Object.fromEntries(origins) as Record<string, string>, random: () => 0.01 });
  const limits = { totalMs: deadlineMs, firstByteMs: deadlineMs };
  return {
    own,
    egress: { request: (request) => own.request({ ...request, limits: { ...request.limits, ...limits } }) },
    providerId: chosen.provider.id,
    oauth,
    client: { clientId, clientSecret: new HiddenToken(clientSecret) },
    environment: 'sandbox',
  };
}

const calls: Record<string, (context: OAuthContext) => Promise<unknown>> = {
  exchange: (context) => exchangeCode(context, { code: 'c', redirectUri: 'http://localhost/cb', codeVerifier: 'v' }),
  refresh: (context) => refreshTokens(context, tokens),
  identity: (context) => readIdentity(context, tokens),
};

const faults: Fault[] = ['html', 'truncated-json', 'wrong-length', 'reset-mid-body', 'not-gzip', 'gzip-bomb'];
const more: Fault[] = ['huge-body', 'huge-headers', 'not-http', '500', '429', 'redirect-loop', 'redirect-elsewhere'];

describe.each(codeMethods)('%s', (name) => {
  test('F-22 a token endpoint that is silent or drips is given up at the deadline, as sent', async () => {
    const world = all.get(name)!;
    host.peer = world.peer;
    const context = contextOf(world, host.url);
    for (const lie of ['token-silent', 'token-slow'] as const) {
      world.peer.lie = lie;
      const started = performance.now();

      const error = await refreshTokens(context, tokens).catch((cause: unknown) => cause);

      expect(error).toMatchObject({ kind: 'timeout', mayHaveArrived: true });
      const took = performance.now() - started;
      expect(took).toBeGreaterThan(deadlineMs * 0.9);
      expect(took).toBeLessThan(deadlineMs * 5);
    }
    world.peer.lie = undefined;
    await context.own.close();
  });

  test('F-23 F-24 F-25 F-26 every broken answer of every endpoint is a typed error, and nothing goes elsewhere', async () => {
    const context = contextOf(all.get(name)!, faulty.url);
    const before = elsewhere.requests.length;
    for (const fault of [...faults, ...more])
      for (const [call, run] of Object.entries(calls)) {
        faulty.fault = fault;
        const error = await run({ ...context, account: `${fault} ${call}` }).catch((cause: unknown) => cause);

        const typed = error instanceof OAuthError || error instanceof EgressError;
        expect({ fault, call, typed }).toEqual({ fault, call, typed: true });
        const ends = error instanceof OAuthError && error.hubCode === 'reconnect_required';
        expect({ fault, call, ends }).toEqual({ fault, call, ends: false });
        expect(JSON.stringify(error) + String(error)).not.toContain('canary');
      }
    await context.own.close();

    expect(elsewhere.requests).toHaveLength(before);
  });

  test('F-28 a name that leads inside, or nowhere, makes no connection', async () => {
    const { oauth, chosen } = all.get(name)!;
    for (const address of ['10.0.0.1', '127.0.0.1', undefined]) {
      await using own = createEgress({
        resolve: (_name, done) => (address === undefined ? done(notFound, []) : done(null, [{ address, family: 4 }])),
      });
      const client = { clientId, clientSecret: new HiddenToken(clientSecret) };
      const context = { egress: own, providerId: chosen.provider.id, oauth, client, environment: 'live' as const };

      for (const run of Object.values(calls)) {
        const error = await run(context).catch((cause: unknown) => cause);
        expect(error).toMatchObject({ kind: expect.stringMatching(/^(refused|unavailable)$/), mayHaveArrived: false });
      }
    }
  });
});
