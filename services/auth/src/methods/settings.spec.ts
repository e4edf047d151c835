import { describe, expect, test } from '@jest/globals';
import type { ProviderDeclaration } from '@switchboard/provider-kit';
import { providers } from '@switchboard/providers';
import { z } from 'zod';
import { settingsOf, settingsSchema, toldSettings } from './settings.ts';

const hostile = [
  'evil.com',
  'evil.com/',
  'a.evil.com',
  'shop.myshopify.com.evil.com',
  'evil.com#',
  'evil.com?x=',
  'a@evil.com',
  'a:b@evil.com',
  'a\\@evil.com',
  '..',
  '../..',
  'a/../b',
  '%2f',
  'a%00',
  'a b',
  'a\r\nHost: evil.com',
  '-a',
  '_a',
  'a_b',
  '',
  '{token}',
  '${x}',
  '127.0.0.1',
  'á',
  'a'.repeat(300),
];

/** The settings that become part of an address, where the rules for typed addresses do not stand behind it. */
const inAddresses = providers.flatMap((provider) =>
  Object.entries(provider.auth).flatMap(([method, declaration]) => {
    if (declaration.personAddress) return [];
    const texts = JSON.stringify([provider.api.baseUrl, provider.api.hosts, declaration]);
    const schema = settingsSchema({ provider, method, declaration });
    return Object.keys(schema?.shape ?? {})
      .filter((name) => texts.includes(`{${name}}`) || Object.hasOwn(provider.tables ?? {}, name))
      .filter(
        (name) => new RegExp(`https://[^"]*\\{${name}\\}`).test(texts) || Object.hasOwn(provider.tables ?? {}, name),
      )
      .map((name) => [`${provider.id}.${method} ${name}`, name, { provider, method, declaration }] as const);
  }),
);

describe.each(inAddresses)('%s', (_title, name, chosen) => {
  test('O-6 nothing that could lead to another host passes', () => {
    const passed = hostile.filter((value) => {
      try {
        return settingsOf(chosen, { [name]: value })[name] === value;
      } catch {
        return false;
      }
    });

    expect(passed).toEqual([]);
  });
});

const zones = {
  id: 'zoned',
  title: 'Zoned',
  settings: z.object({ zone: z.enum(['eu', 'us']).default('us') }),
  tables: { zone: { eu: { host: 'eu.zoned.test' }, us: { host: 'us.zoned.test' } } },
} as unknown as ProviderDeclaration;
const rules = { tellsSetting: { parameter: 'location', setting: 'zone' } };

test('O-6 a setting that a callback tells counts only from the fixed table, once', () => {
  const tell = (query: string) => toldSettings(zones, rules, { zone: 'us' }, new URLSearchParams(query));

  expect(tell('location=eu')).toEqual({ zone: 'eu' });
  expect(tell('code=c')).toEqual({ zone: 'us' });
  for (const query of ['location=evil', 'location=', 'location=constructor', 'location=eu&location=us', 'location=EU'])
    expect(() => tell(query)).toThrow(expect.objectContaining({ code: 'flow_invalid' }) as never);
});

test('settings are those of the provider and of the method together, and no others', () => {
  const method = { kind: 'oauth2', settings: z.object({ shop: z.string().regex(/^[a-z]+$/) }) };
  const chosen = { provider: zones, method: 'oauth', declaration: method } as never;

  expect(settingsOf(chosen, { shop: 'fern' })).toEqual({ zone: 'us', shop: 'fern' });
  for (const given of [{}, { shop: 'fern', host: 'evil.test' }, { shop: 'F' }, { shop: 'fern', zone: 'asia' }])
    expect(() => settingsOf(chosen, given as never)).toThrow(
      expect.objectContaining({ code: 'input_invalid' }) as never,
    );
});
