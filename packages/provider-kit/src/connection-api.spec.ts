import { expect, test } from '@jest/globals';
import { apiOf, useOf } from './connection-api.ts';

const tables = { region: { eu: { apiHost: 'api.acme.eu' }, us: { apiHost: 'api.acme.test' } } };

test('addresses and headers are filled from the settings and from the rows they pick', () => {
  const api = {
    baseUrl: 'https://{apiHost}/{version}/',
    hosts: ['https://{apiHost}', 'https://files.acme.test'],
    fileHosts: ['https://{shop}.cdn.test'],
    headers: { 'acme-version': '{version}', accept: 'application/json' },
  };

  expect(apiOf({ api, tables }, { region: 'eu', version: 'v2', shop: 'ada' })).toEqual({
    baseUrl: 'https://api.acme.eu/v2',
    hosts: ['https://api.acme.eu', 'https://files.acme.test'],
    fileHosts: ['https://ada.cdn.test'],
    headers: { 'acme-version': 'v2', accept: 'application/json' },
  });
});

test('an address that a person typed gives base URL and host', () => {
  const api = { baseUrl: '{baseUrl}', hosts: ['{baseUrl}'] };

  expect(apiOf({ api }, { baseUrl: 'https://api.acme.test/v1/' })).toEqual({
    baseUrl: 'https://api.acme.test/v1',
    hosts: ['https://api.acme.test'],
  });
});

test('O-6 a setting without a row fills nothing', () => {
  const api = { baseUrl: 'https://{apiHost}', hosts: ['https://{apiHost}'] };

  expect(() => apiOf({ api, tables }, { region: 'evil.test' })).toThrow('{apiHost}');
  expect(() => apiOf({ api, tables }, { region: '__proto__' })).toThrow('{apiHost}');
});

test('a credential goes where the method says, with the client id and settings filled in', () => {
  const use = { in: 'header', name: 'Authorization', prefix: 'OAuth key="{clientId}", token="', suffix: '"' } as const;

  expect(useOf({ use }, { settings: {}, clientId: 'k1' })).toEqual({ ...use, prefix: 'OAuth key="k1", token="' });
  expect(useOf({ use: { in: 'basic', user: '{user}' } }, { settings: { user: 'ada' } })).toEqual({
    in: 'basic',
    user: 'ada',
  });
  expect(useOf(undefined, { settings: {} })).toEqual({ in: 'header', name: 'authorization', prefix: 'Bearer ' });
});
