import { expect, test } from '@jest/globals';
import { z } from 'zod';
import type { HttpOptions } from './create-http.ts';
import { FakeHttp, type ScriptedAnswer } from './testing.ts';

const provider = {
  id: 'acme',
  title: 'Acme',
  tables: { region: { eu: { apiHost: 'api.acme.eu' }, us: { apiHost: 'api.acme.test' } } },
  api: {
    baseUrl: 'https://{apiHost}/v1/{shop}',
    hosts: ['https://{apiHost}'],
    fileHosts: ['https://files.acme.test', 'https://{any}.cdn.acme.test'],
    headers: { 'acme-version': '7', 'acme-shop': '{shop}' },
  },
  isRefusal: (body: unknown) => (body as { ok?: boolean }).ok === false,
  explain: ({ status, body }: { status: number; body: unknown }) => ({
    kind: 'rejected' as const,
    reason: `${status} ${(body as { error: string }).error}`,
  }),
} satisfies HttpOptions['provider'];
const settings = { region: 'eu', shop: 'tea' };
const schema = z.object({ id: z.string() });
const httpOf = (answer: ScriptedAnswer) => {
  const fake = FakeHttp.inTurn(answer);
  return { fake, http: fake.for(provider, 'write', settings) };
};

test('addresses and headers are filled from the connection’s settings and the provider’s tables', async () => {
  const { fake, http } = httpOf({ json: { id: '1' } });

  await http.get('/things/1', { headers: { 'acme-version': '8' }, schema });

  expect(fake.seen[0]!.url.href).toBe('https://api.acme.eu/v1/tea/things/1');
  expect(fake.seen[0]!.headers).toEqual({ 'acme-version': '8', 'acme-shop': 'tea' });
});

test('E-2 the host of another row of a table is not reached', async () => {
  await expect(httpOf({}).http.request('GET', 'https://api.acme.test/v1')).rejects.toMatchObject({
    code: 'egress_refused',
  });
});

test('a connection without its setting reaches nothing', () => {
  expect(() => FakeHttp.inTurn().for(provider, 'read', { region: 'mars', shop: 'tea' })).toThrow('{apiHost}');
});

test.each(['https://files.acme.test/a', 'https://eu-7.cdn.acme.test/a'])(
  'a signed link to %s goes out as a link, without the provider’s headers',
  async (url) => {
    const { fake, http } = httpOf({ body: 'plan' });

    const answer = await http.request('GET', url, { link: true, streamed: true, redirect: 'manual' });

    expect(await new Response(answer.stream()).text()).toBe('plan');
    expect(fake.seen[0]).toMatchObject({ link: true, streamed: true, redirect: 'manual', headers: {} });
  },
);

test.each([
  ['a link on the API’s host', 'https://api.acme.eu/v1/a', true],
  ['a link elsewhere', 'https://files.acme.test.evil.test/a', true],
  ['a link two labels deep', 'https://a.b.cdn.acme.test/a', true],
  ['a file host with the credential', 'https://files.acme.test/a', undefined],
])('E-2 %s is refused', async (_what, url, link) => {
  const { fake, http } = httpOf({});

  await expect(http.request('GET', url, { link })).rejects.toMatchObject({ code: 'egress_refused' });
  expect(fake.seen).toHaveLength(0);
});

test('a refusal that comes with status 200 fails with the provider’s reason', async () => {
  await expect(
    httpOf({ json: { ok: false, error: 'no' } }).http.post('/things', { json: {}, schema }),
  ).rejects.toMatchObject({ code: 'provider_rejected', details: { reason: '200 no' } });
});

test('a file is never mistaken for a refusal', async () => {
  const { http } = httpOf({ json: { ok: false } });

  const answer = await http.request('GET', '/files/1', { streamed: true });

  expect(await answer.text()).toBe('{"ok":false}');
});

test('a redirect that is asked for is an answer', async () => {
  const { http } = httpOf({ status: 302, headers: { location: 'https://files.acme.test/a' } });

  const answer = await http.request('GET', '/files/1', { redirect: 'manual' });

  expect(answer).toMatchObject({ status: 302, headers: { location: 'https://files.acme.test/a' } });
});

test('parts go out as multipart with their exact length', async () => {
  const { fake, http } = httpOf({ json: { id: '1' } });

  await http.post('/things', { parts: [{ name: 'caption', value: 'Hi' }], schema });

  expect(fake.seen[0]!.headers['content-type']).toMatch(/^multipart\/form-data; boundary=/);
  expect(fake.seen[0]!.headers['content-length']).toBe(String(fake.seen[0]!.text.length));
  expect(fake.seen[0]!.text).toContain('name="caption"\r\n\r\nHi\r\n');
});
