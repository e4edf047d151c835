import { expect, test } from '@jest/globals';
import { z } from 'zod';
import { methodsFor, q } from './api.ts';
import { json } from './exchange.ts';
import { filePart } from './multipart.ts';
import { cursorPage } from './paging.ts';
import { wordsOf } from './refusal.ts';
import { headerToken, Reply, serveApi, type RestApi } from './rest.ts';
import { requestTo, testKit } from './testing/kit.ts';

interface Account {
  readonly id: string;
}
const define = methodsFor<Account>();
const letters = ['a', 'b', 'c'];
const methods = [
  define({
    id: 'list',
    http: 'GET',
    path: '/letters',
    scopes: ['read'],
    query: z.strictObject({ limit: q.int(1, 10), cursor: q.text() }),
    run: ({ query }) => cursorPage('letters', letters, query.cursor, query.limit ?? 2),
  }),
  define({
    id: 'add',
    http: 'POST',
    path: '/letters',
    scopes: ['write', 'admin'],
    status: 201,
    body: z.strictObject({ name: z.string().max(1) }),
    run: ({ body, account }) => ({ ...body, by: account.id }),
  }),
  define({ id: 'remove', http: 'DELETE', path: '/letters/{name}', scopes: ['write'], run: () => undefined }),
  define({
    id: 'upload',
    http: 'POST',
    path: '/files',
    scopes: [],
    accepts: ['multipart'],
    body: z.strictObject({ folder: z.string(), file: filePart }),
    run: ({ body }) => Reply.bytes(body.file.bytes, body.file.mediaType, { 'x-name': body.file.filename! }),
  }),
];

function start(more: Partial<RestApi<Account>> = {}) {
  const kit = testKit();
  const scopesOf: Record<string, string[]> = { reader: ['read'], writer: ['read', 'write'] };
  const handle = serveApi(kit, {
    name: 'letters',
    under: '/v1',
    methods,
    caller: (request) => {
      const token = headerToken(request);
      if (token === undefined) return 'missing';
      if (token === 'old') return 'expired';
      return scopesOf[token] && { account: { id: token }, scopes: new Set(scopesOf[token]) };
    },
    refuse: ({ kind, message, detail }) =>
      json(400, { kind, message, ...(detail.issue && wordsOf(detail.issue)), seconds: detail.seconds }),
    ...more,
  });
  return async (method: string, path: string, token = 'writer', sent: Parameters<typeof requestTo>[2] = {}) => {
    const headers = { ...(token && { authorization: `Bearer ${token}` }), ...sent.headers };
    const answer = await handle(requestTo(method, `https://api.example.com${path}`, { ...sent, headers }));
    const text = String(answer.body ?? '');
    const isJson = answer.headers?.['content-type']?.includes('json');
    return { status: answer.status, headers: answer.headers, body: isJson ? (JSON.parse(text) as unknown) : text };
  };
}
const jsonBody = (value: unknown) => ({ headers: { 'content-type': 'application/json' }, body: JSON.stringify(value) });

test.each([
  ['no credential', 'GET', '/v1/letters', '', 'unauthenticated'],
  ['an expired one', 'GET', '/v1/letters', 'old', 'expired_token'],
  ['an unknown one', 'GET', '/v1/letters', 'guess', 'bad_token'],
  ['a missing scope', 'DELETE', '/v1/letters/a', 'reader', 'scope'],
  ['another path', 'GET', '/v1/words', 'reader', 'unknown_path'],
  ['another version', 'GET', '/v2/letters', 'reader', 'unknown_path'],
  ['a method that another path has', 'DELETE', '/v1/letters', 'writer', 'unknown_method'],
  ['an unknown parameter', 'GET', '/v1/letters?page=1', 'reader', 'bad_query'],
  ['a parameter of another type', 'GET', '/v1/letters?limit=two', 'reader', 'bad_query'],
  ["another list's cursor", 'GET', '/v1/letters?cursor=d29yZHMjMQ', 'reader', 'invalid'],
])('%s is refused in the provider words', async (_name, method, path, token, kind) => {
  const call = start();

  expect((await call(method, path, token)).body).toMatchObject({ kind });
});

test('a list gives its pages by cursor, and nothing after the last', async () => {
  const call = start();

  const first = (await call('GET', '/v1/letters', 'reader')).body as { items: string[]; next: string };
  const second = await call('GET', `/v1/letters?cursor=${first.next}`, 'reader');

  expect(first.items).toEqual(['a', 'b']);
  expect(second.body).toEqual({ items: ['c'] });
});

test('a body is taken in the encodings of its method only, with the members its schema knows', async () => {
  const call = start();

  expect(await call('POST', '/v1/letters', 'writer', jsonBody({ name: 'd' }))).toMatchObject({
    status: 201,
    body: { name: 'd', by: 'writer' },
  });
  const refusals = [
    await call('POST', '/v1/letters', 'writer', jsonBody({ name: 'd', size: 2 })),
    await call('POST', '/v1/letters', 'writer', jsonBody({ name: 4 })),
    await call('POST', '/v1/letters', 'writer'),
    await call('POST', '/v1/letters', 'writer', { body: new URLSearchParams({ name: 'd' }) }),
    await call('POST', '/v1/letters', 'writer', { ...jsonBody({}), body: '{' }),
    await call('DELETE', '/v1/letters/a', 'writer', jsonBody({ sure: true })),
  ];
  expect(refusals.map(({ body }) => (body as { kind: string }).kind)).toEqual([
    'bad_body',
    'bad_body',
    'bad_body',
    'body_type',
    'body_syntax',
    'bad_body',
  ]);
  expect(refusals[0]!.body).toMatchObject({ field: 'size', unknown: true });
});

test('a multipart body gives its fields and its files, byte for byte', async () => {
  const call = start();
  const form = new FormData();
  form.set('folder', 'Drafts');
  form.set('file', new Blob([new Uint8Array([0, 13, 10, 45, 45, 255])], { type: 'image/png' }), 'a "b".png');
  const sent = new Response(form);
  const body = Buffer.from(await sent.arrayBuffer());
  const headers = { 'content-type': sent.headers.get('content-type')! };

  const answer = await start()('POST', '/v1/files', 'reader', { headers, body });
  const cut = await call('POST', '/v1/files', 'reader', { headers, body: body.subarray(0, -4) });
  const none = await call('POST', '/v1/files', 'reader', { headers: { 'content-type': 'multipart/form-data' }, body });

  expect(answer.headers).toMatchObject({ 'content-type': 'image/png', 'x-name': 'a "b".png' });
  expect(Buffer.from(answer.body as string).subarray(0, 5)).toEqual(Buffer.from([0, 13, 10, 45, 45]));
  expect(cut.body).toMatchObject({ kind: 'body_syntax' });
  expect(none.body).toMatchObject({ kind: 'body_syntax' });
});

test('a quota is told in the headers of every answer, and used up it says how long to wait', async () => {
  const call = start({
    quota: { units: 2, perSeconds: 10 },
    quotaHeaders: ({ limit, remaining, resetSeconds }) => ({ 'x-limit': `${remaining}/${limit} in ${resetSeconds}` }),
  });

  const answers = [
    await call('GET', '/v1/letters'),
    await call('GET', '/v1/letters'),
    await call('GET', '/v1/letters'),
  ];

  expect(answers.map(({ headers }) => headers!['x-limit'])).toEqual(['1/2 in 10', '0/2 in 10', '0/2 in 10']);
  expect(answers[2]!.body).toMatchObject({ kind: 'limited', seconds: 10 });
  expect((await call('GET', '/v1/letters', 'reader')).status).toBe(200);
});

test('a result is wrapped as the provider wraps it, and nothing is an answer without a body', async () => {
  const call = start({ wrap: (result) => ({ data: result }) });

  expect((await call('POST', '/v1/letters', 'writer', jsonBody({ name: 'd' }))).body).toEqual({
    data: { name: 'd', by: 'writer' },
  });
  expect(await call('DELETE', '/v1/letters/a')).toMatchObject({ status: 204, body: '' });
});
