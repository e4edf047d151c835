import { expect, test } from '@jest/globals';
import { apiOf, useOf } from '@switchboard/provider-kit';
import { createSandbox } from '@switchboard/sandbox';
import { z } from 'zod';
import { SandboxAccount } from '../testing/sandbox-account.ts';
import { sandboxClient } from '../testing/sandbox-client.ts';
import { explain } from './explain.ts';
import { rest } from './index.ts';

const settingsOf = (method: keyof typeof rest.auth, given: Record<string, string>) =>
  z.strictObject({ ...rest.settings!.shape, ...rest.auth[method]!.settings?.shape }).safeParse(given);
const baseUrl = 'https://api.acme.test/v1';

test.each(['header', 'query', 'basic'])('a key connects the sandbox’s notes by %s', async (method) => {
  await using ada = await SandboxAccount.start(rest, { method });

  expect(ada.account).toEqual({ subject: 'key' });
});

test.each(['header', 'query', 'basic'])('a wrong key does not by %s', async (method) => {
  await using sandbox = await createSandbox({ clients: [sandboxClient('rest')] });
  const wrong = SandboxAccount.start(rest, { sandbox, method, credential: 'fn_wrong_key' });

  await expect(wrong).rejects.toThrow('401');
});

test('settings say where the key goes, with what most APIs want as default', () => {
  const header = settingsOf('header', { baseUrl: `${baseUrl}/` });
  const query = settingsOf('query', { baseUrl, parameter: 'key' });
  const basic = settingsOf('basic', { baseUrl, user: 'ada' });

  expect(header.data).toMatchObject({ baseUrl, checkPath: '/', headerName: 'Authorization', prefix: 'Bearer ' });
  expect(useOf(rest.auth['header'], { settings: header.data as never })).toEqual({
    in: 'header',
    name: 'Authorization',
    prefix: 'Bearer ',
  });
  expect(useOf(rest.auth['query'], { settings: query.data as never })).toEqual({ in: 'query', name: 'key' });
  expect(useOf(rest.auth['basic'], { settings: basic.data as never })).toEqual({ in: 'basic', user: 'ada' });
  expect(apiOf(rest, header.data as never)).toMatchObject({ baseUrl, hosts: ['https://api.acme.test'] });
});

test.each([
  ['header', { baseUrl: 'ftp://api.acme.test' }],
  ['header', { baseUrl: 'https://user@api.acme.test' }],
  ['header', { baseUrl: 'https://api.acme.test?x=1' }],
  ['header', { baseUrl, checkPath: 'me' }],
  ['header', { baseUrl, checkPath: '/../admin' }],
  ['header', { baseUrl, checkPath: '//evil.test' }],
  ['header', { baseUrl, headerName: 'Host' }],
  ['header', { baseUrl, headerName: 'X-A\r\nX-B' }],
  ['header', { baseUrl, prefix: 'Bearer \r\nX: ' }],
  ['query', { baseUrl, parameter: 'a&b' }],
  ['basic', { baseUrl, user: 'a:b' }],
  ['basic', { baseUrl, user: 'a', headerName: 'X' }],
] as const)('F-37 %s does not take %j', (method, given) => {
  expect(settingsOf(method, given as Record<string, string>).success).toBe(false);
});

test.each([
  [401, 'credential'],
  [404, 'not_found'],
  [409, 'conflict'],
  [429, 'limited'],
  [502, 'unavailable'],
  [418, 'rejected'],
])('%i means %s', (status, kind) => {
  expect(explain({ status, headers: { 'retry-after': '3' }, body: undefined }).kind).toBe(kind);
});
