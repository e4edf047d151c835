import { expect, test } from '@jest/globals';
import { z } from 'zod';
import { NoAnswer } from './send.ts';
import { FakeHttp, type ScriptedAnswer } from './testing.ts';

const provider = {
  id: 'acme',
  title: 'Acme',
  api: { baseUrl: 'https://api.acme.test/v1', hosts: ['https://api.acme.test'] },
  explain: ({ status }: { status: number }) =>
    status === 401
      ? ({ kind: 'credential' } as const)
      : status === 429
        ? ({ kind: 'limited', retryAfterSeconds: 2.5 } as const)
        : status >= 500
          ? ({ kind: 'unavailable' } as const)
          : ({ kind: 'rejected', reason: 'no\n such thing' } as const),
};
const schema = z.object({ id: z.string() });
const httpOf = (answer: ScriptedAnswer | Error, effect: 'read' | 'write' = 'write') => {
  const fake = FakeHttp.inTurn(answer);
  return { fake, http: fake.for(provider, effect) };
};

test('a path is put under the base URL with its query, a body goes out as JSON', async () => {
  const { fake, http } = httpOf({ json: { id: '1' } });

  await expect(
    http.post('/things', { query: { a: ['1', '2'], b: undefined, c: true }, json: { x: 1 }, schema }),
  ).resolves.toEqual({ id: '1' });

  expect(fake.seen[0]).toMatchObject({
    method: 'POST',
    json: { x: 1 },
    idempotent: false,
    headers: { 'content-type': 'application/json' },
  });
  expect(fake.seen[0]!.url.href).toBe('https://api.acme.test/v1/things?a=1&a=2&c=true');
});

test.each([
  'https://evil.test/',
  'https://api.acme.test.evil.test/',
  'https://user@api.acme.test/',
  'https://api.acme.test:8443/',
])('E-2 an action cannot reach %s', async (url) => {
  const { fake, http } = httpOf({});

  await expect(http.request('GET', url)).rejects.toMatchObject({ code: 'egress_refused' });
  expect(fake.seen).toHaveLength(0);
});

test.each([
  [{ status: 401 }, 'reconnect_required'],
  [{ status: 429 }, 'provider_limited'],
  [{ status: 400 }, 'provider_rejected'],
  [{ status: 503 }, 'outcome_unknown'],
  [new Error('reset'), 'outcome_unknown'],
  [new NoAnswer('refused', { mayHaveArrived: false }), 'provider_unavailable'],
  [new NoAnswer('held back', { mayHaveArrived: false, retryAfterSeconds: 3 }), 'provider_limited'],
  [{ body: '<html>' }, 'outcome_unknown'],
] as const)('R-1 a write that ends with %j is %s', async (answer, code) => {
  await expect(httpOf(answer).http.post('/things', { json: {}, schema })).rejects.toMatchObject({
    code,
    details: { provider: 'acme' },
  });
});

test.each([[{ status: 503 }], [new Error('reset')], [{ body: '<html>' }], [{ json: { id: 7 } }]])(
  'E-6 a read that ends with %j is provider_unavailable',
  async (answer) => {
    await expect(httpOf(answer, 'read').http.post('/search', { json: {}, schema })).rejects.toMatchObject({
      code: 'provider_unavailable',
    });
  },
);

test('a refusal carries the provider’s reason in one line', async () => {
  await expect(httpOf({ status: 400 }).http.delete('/things/1')).rejects.toMatchObject({
    message: 'Acme refused this: no such thing',
    details: { reason: 'no such thing' },
  });
});

test('why there was no answer is told, where egress says it in its own words', async () => {
  const { http } = httpOf(new NoAnswer('api.acme.test does not answer in time.', { mayHaveArrived: true }), 'read');

  await expect(http.get('/things/1', { schema })).rejects.toMatchObject({
    details: { reason: 'api.acme.test does not answer in time.' },
  });
});
