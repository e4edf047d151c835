import { expect, test } from '@jest/globals';
import { arrayBuffer } from 'node:stream/consumers';
import type { Caller } from '@switchboard/nest-kit';
import { createHttp } from '@switchboard/provider-kit';
import { providerWith, startOutbound } from '../testing/outbound-bench.ts';

const mebibyte = 1_024 * 1_024;
const api = {
  baseUrl: 'https://api.notes.example',
  hosts: ['https://api.notes.example'],
  fileHosts: ['https://files.notes.example'],
};
const origins = [...api.hosts, ...api.fileHosts];
type Options = NonNullable<Parameters<typeof startOutbound>[0]>;

async function start(answer?: Options['answer'], tokens?: string[]) {
  const bench = await startOutbound({ origins, ...(answer && { answer }), ...(tokens && { tokens }) });
  const provider = providerWith(undefined, { api });
  const asked = { connectionId: 'c1', needs: [], purpose: 'action' } as never;
  const send = bench.outbound.sender(provider, asked, bench.issue(), {} as Caller, new AbortController().signal);
  return {
    bench,
    http: createHttp({ provider, send, effect: 'write' }),
    [Symbol.asyncDispose]: () => bench[Symbol.asyncDispose](),
  };
}

test('a streamed answer has no size limit and is read as it comes', async () => {
  await using provider = await start((_heard, response) => {
    let sent = 0;
    const pour = (): void => {
      while (sent < 24 && response.write(Buffer.alloc(mebibyte, ++sent)));
      if (sent < 24) response.once('drain', pour);
      else response.end();
    };
    pour();
  });

  const answer = await provider.http.request('GET', '/big', { streamed: true });
  let size = 0;
  for await (const chunk of answer.stream()) size += chunk.byteLength;

  expect(size).toBe(24 * mebibyte);
  expect(provider.bench.heard[0]!.headers).toMatchObject({
    'accept-encoding': 'identity',
    'user-agent': 'switchboard',
  });
});

test('a refused streamed answer is explained, and a refused token replaced', async () => {
  await using provider = await start(
    ({ headers, url }, response) => {
      response.statusCode = headers.authorization === 'Bearer old-token-1' ? 401 : url === '/gone' ? 404 : 200;
      response.end('file');
    },
    ['old-token-1', 'new-token-9'],
  );

  await expect(provider.http.request('GET', '/gone', { streamed: true })).rejects.toMatchObject({
    code: 'provider_rejected',
  });
  const answer = await provider.http.request('GET', '/file', { streamed: true });
  expect(Buffer.from(await arrayBuffer(answer.stream())).toString()).toBe('file');
});

test('E-2 a link is followed without the credential, on the declared file hosts only', async () => {
  await using provider = await start();

  const { http, bench } = provider;
  await (await http.request('GET', 'https://files.notes.example/f?sig=1', { link: true, streamed: true })).text();
  await (await http.request('GET', 'https://files.notes.example/f?sig=2', { link: true })).text();

  expect(bench.heard.map(({ headers, url }) => [url, headers.authorization])).toEqual([
    ['/f?sig=1', undefined],
    ['/f?sig=2', undefined],
  ]);
  await expect(http.request('GET', 'https://api.notes.example/f', { link: true })).rejects.toMatchObject({
    code: 'egress_refused',
  });
  await expect(http.request('GET', 'https://files.notes.example/f')).rejects.toMatchObject({ code: 'egress_refused' });
});

test('a redirect is answered to an action that asks for it, and refused to others', async () => {
  await using provider = await start((_heard, response) =>
    response.writeHead(302, { location: 'https://files.notes.example/f?sig=1' }).end(),
  );

  for (const streamed of [true, false]) {
    const answer = await provider.http.request('GET', '/content', { streamed, redirect: 'manual' });
    expect([answer.status, answer.headers['location']]).toEqual([302, 'https://files.notes.example/f?sig=1']);
    await expect(provider.http.request('GET', '/content', { streamed })).rejects.toMatchObject({
      code: 'provider_unavailable',
    });
  }
});

test('a body flows out as stream or as parts, and is never sent twice', async () => {
  await using provider = await start(({ url }, response) => {
    response.statusCode = url === '/expired' ? 401 : 200;
    response.end('{}');
  });
  const content = () => new Blob([Buffer.alloc(300_000, 'x')]).stream();
  const file = { name: 'file', filename: 'a.bin', mediaType: 'application/octet-stream', sizeBytes: 300_000 };

  await provider.http.request('PUT', '/raw', { body: content(), headers: { 'content-length': '300000' } });
  await provider.http.request('POST', '/form', {
    parts: [
      { name: 'meta', value: '{}' },
      { ...file, content: content() },
    ],
  });
  await provider.http.request('PUT', '/expired', { body: content() }).catch(() => undefined);

  const { heard } = provider.bench;
  expect(heard.map(({ url }) => url)).toEqual(['/raw', '/form', '/expired']);
  expect(heard[0]).toMatchObject({ headers: { 'content-length': '300000' } });
  expect(heard[0]!.body).toHaveLength(300_000);
  expect(heard[1]!.body).toContain('filename="a.bin"');
});
