import { expect, test } from '@jest/globals';
import { providers } from '@switchboard/providers';
import { Catalog } from '../core/catalog.ts';
import { accountSubject, ownSubject, serviceOf } from './subject.ts';

const catalog = new Catalog(providers);
const baseUrl = 'https://api.acme.example/v1';
const at = (settings: Record<string, string>, authority: string): string =>
  serviceOf(catalog.consent('oauth'), { baseUrl, ...settings }, authority);

test('O-8 services that people named are told apart by the path behind one host too', () => {
  const [one, other] = ['a', 'b'].map((realm) => at({}, `https://login.acme.example/realms/${realm}/`));

  expect(one).toBe('api.acme.example/v1 login.acme.example/realms/a');
  expect(other).not.toBe(one);
  expect(at({ baseUrl: 'https://api.acme.example/v2' }, 'https://login.acme.example')).not.toBe(
    at({}, 'https://login.acme.example'),
  );
});

test('O-8 where the account is read beside the API, the address of the API is enough', () => {
  expect(at({}, `${baseUrl}/me?full=1`)).toBe('api.acme.example/v1');
  expect(at({}, 'https://api.acme.example/v10')).toBe('api.acme.example/v1 api.acme.example/v10');
});

test('O-8 the subject as the service says it comes back whole, spaces and all', () => {
  const service = at({}, 'https://login.acme.example');

  for (const subject of ['7', 'ada of acme', 'x y ']) {
    expect(ownSubject({ service }, accountSubject({ service }, subject))).toBe(subject);
    expect(accountSubject({}, subject)).toBe(subject);
  }
});
