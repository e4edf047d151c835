import { expect, test } from '@jest/globals';
import type { Caller } from '@switchboard/nest-kit';
import { createHttp, type ProviderDeclaration } from '@switchboard/provider-kit';
import { z } from 'zod';
import { providerWith, startOutbound } from '../testing/outbound-bench.ts';

type Bench = Awaited<ReturnType<typeof startOutbound>>;
type Issue = Parameters<Bench['issue']>;

const canary = 'canary-7d21-token';
const asked = { connectionId: 'c1', needs: [], purpose: 'action' } as never;
const seen = z.looseObject({ url: z.string(), headers: z.record(z.string(), z.unknown()), body: z.string() });

function httpOf(bench: Bench, provider: ProviderDeclaration, ...[changes, clientId]: Issue) {
  const issued = bench.issue(changes, clientId);
  const send = bench.outbound.sender(provider, asked, issued, {} as Caller, new AbortController().signal);
  return createHttp({ provider, settings: issued.connection.settings, send, effect: 'write' });
}

test.each([
  [
    { in: 'header', name: 'X-Key', prefix: 'k="{clientId}" t="', suffix: '"' },
    '/x?a=1',
    { 'x-key': `k="id-1" t="${canary}"` },
  ],
  [{ in: 'query', name: 'api_key' }, `/x?a=1&api_key=${canary}`, {}],
  [{ in: 'path', prefix: '/bot' }, `/bot${canary}/x?a=1`, {}],
  [
    { in: 'basic', user: '{user}' },
    '/x?a=1',
    { authorization: `Basic ${Buffer.from(`ada:${canary}`).toString('base64')}` },
  ],
  [undefined, '/x?a=1', { authorization: `Bearer ${canary}` }],
] as const)('the method’s %j decides where the credential goes', async (use, url, headers) => {
  await using bench = await startOutbound();
  const http = httpOf(bench, providerWith(use), { settings: { user: 'ada' } }, 'id-1');

  await http.get('/x', { query: { a: 1 }, schema: z.unknown() });

  expect(bench.heard[0]).toMatchObject({ url, headers });
});

test('V-11 a provider that repeats the credential gives it to no action and in no error', async () => {
  const answer = ({ url }: { url: string }, response: { statusCode: number; end(text: string): void }) => {
    response.statusCode = url.includes('/bad') ? 400 : 200;
    response.end(JSON.stringify({ url, reason: `no ${decodeURIComponent(url)}` }));
  };
  await using bench = await startOutbound({ answer });
  const provider = providerWith(
    { in: 'path', prefix: '/bot' },
    { explain: ({ body }) => ({ kind: 'rejected', reason: (body as { reason: string }).reason }) },
  );
  const http = httpOf(bench, provider);

  await expect(http.get('/good', { schema: z.looseObject({}) })).resolves.toMatchObject({ url: '/bot[secret]/good' });
  await expect(http.get('/bad', { schema: z.unknown() })).rejects.toMatchObject({
    message: 'Notes refused this: no /bot[secret]/bad',
    details: { reason: 'no /bot[secret]/bad' },
  });
});

test('the method a connection was made by decides, not the first', async () => {
  await using bench = await startOutbound();
  const { auth } = providerWith({ in: 'header', name: 'x-other' });
  const provider = providerWith(
    { in: 'header', name: 'x-first' },
    { auth: { first: providerWith(undefined).auth['key']!, other: auth['key']! } },
  );

  await httpOf(bench, provider, { method: 'other' }).get('/x', { schema: seen });

  expect(bench.heard[0]!.headers).toMatchObject({ 'x-other': canary });
});

test('settings and tables fill host, path and headers', async () => {
  await using bench = await startOutbound({ origins: ['https://notes.eu.example'] });
  const api = {
    baseUrl: 'https://{host}/{team}',
    hosts: ['https://{host}'],
    headers: { 'notes-version': '{version}' },
  };
  const tables = { region: { eu: { host: 'notes.eu.example' } } };

  const http = httpOf(bench, providerWith(undefined, { api, tables }), {
    settings: { region: 'eu', team: 't1', version: '7' },
  });
  await http.post('/x', { json: { a: 1 }, schema: seen });

  expect(bench.heard[0]).toMatchObject({ url: '/t1/x', body: '{"a":1}', headers: { 'notes-version': '7' } });
  expect(() => bench.outbound.boundOf(providerWith(undefined, { api, tables }), bench.issue())).toThrow(
    expect.objectContaining({ code: 'provider_misconfigured' }),
  );
});

test('a refused token is replaced once, and a key that stays the same is not sent again', async () => {
  const answer = ({ headers }: { headers: object }, response: { statusCode: number; end(text: string): void }) => {
    response.statusCode = JSON.stringify(headers).includes('new-token-9') ? 200 : 401;
    response.end('{}');
  };
  await using bench = await startOutbound({ answer, tokens: ['old-token-1', 'new-token-9'] });
  await httpOf(bench, providerWith(undefined)).get('/x', { schema: z.object({}) });
  expect(bench.heard).toHaveLength(2);

  await using keyed = await startOutbound({ answer, tokens: ['old-token-1'] });
  await expect(httpOf(keyed, providerWith(undefined)).get('/x', { schema: z.object({}) })).rejects.toMatchObject({
    code: 'reconnect_required',
  });
  expect(keyed.heard).toHaveLength(1);
});

test('a refused token is replaced where the refusal comes with a good status, and no other refusal sends twice', async () => {
  const answer = (
    { url, headers }: { url: string; headers: object },
    response: { setHeader(n: string, v: string): void; end(text: string): void },
  ) => {
    const error = url.includes('/gone')
      ? 'gone'
      : JSON.stringify(headers).includes('old-token-1')
        ? 'expired'
        : undefined;
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ ok: error === undefined, error }));
  };
  const refusal = z.object({ ok: z.literal(false), error: z.string() });
  const provider = providerWith(undefined, {
    isRefusal: (body) => refusal.safeParse(body).success,
    explain: ({ body }) => ({ kind: refusal.parse(body).error === 'expired' ? 'credential' : 'not_found' }),
  });
  await using bench = await startOutbound({ answer, tokens: ['old-token-1', 'new-token-9'] });
  const http = httpOf(bench, provider);

  await http.get('/x', { schema: z.object({ ok: z.literal(true) }) });
  expect(bench.heard).toHaveLength(2);

  await expect(http.get('/gone', { schema: z.unknown() })).rejects.toMatchObject({ code: 'not_found' });
  expect(bench.heard).toHaveLength(3);
});
