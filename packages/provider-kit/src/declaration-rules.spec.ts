import { expect, test } from '@jest/globals';
import { z } from 'zod';
import { defineAction, type AnyAction } from './action.ts';
import { apiKey, oauth2, type AuthMethod } from './auth.ts';
import { rules } from './conformance.ts';
import { picked } from './picked.ts';
import { defineProvider, type ProviderDeclaration } from './provider.ts';

const Pin = z.object({ id: z.string(), title: z.string() });
const list = defineAction({
  name: 'list_things',
  title: 'List things',
  description: 'Lists things.',
  effect: 'read',
  idempotent: true,
  needs: ['things.read'],
  input: z.object({}),
  output: z.object({ things: z.array(z.object({ id: z.string(), title: z.string() })) }),
  run: () => Promise.resolve({ things: [] }),
  examples: [{ input: {} }],
});
const parts: AnyAction = {
  ...list,
  name: 'list_parts',
  input: z.object({ boxId: z.string().describe('Box') }),
  output: z.object({ parts: z.array(z.object({ id: z.string(), title: z.string(), pins: z.array(Pin) })) }),
  run: () => Promise.resolve({ parts: [] }),
  examples: [{ input: { boxId: '1' } }],
};
const removing = (choice: Parameters<typeof picked>[0], needs = ['things.write']) =>
  defineAction({
    name: 'remove_thing',
    title: 'Remove a thing',
    description: 'Removes a thing.',
    effect: 'destroy',
    idempotent: true,
    needs,
    input: z.object({ thingId: picked(choice).describe('Thing') }),
    output: z.object({}),
    run: () => Promise.resolve({}),
    examples: [{ input: { thingId: '1' } }],
  });
const feature = (title: string) => ({ title, description: 'A feature.', scopes: [title] });
const method = oauth2({
  authorizationEndpoint: 'https://{loginHost}/authorize',
  tokenEndpoint: 'https://{loginHost}/token',
  revocationEndpoint: 'https://{loginHost}/revoke',
  revokes: 'token',
  clientAuth: 'client_secret_post',
  pkce: 'S256',
  identity: { endpoint: 'https://{shop}.test/me', subject: '/id' },
  features: { 'things.read': feature('read'), 'things.write': feature('write') },
  baseFeatures: [],
});
const acme = (more: Partial<ProviderDeclaration> = {}): ProviderDeclaration =>
  defineProvider({
    id: 'acme',
    title: 'Acme',
    description: 'Things.',
    docsUrl: 'https://acme.test',
    settings: z.object({ region: z.enum(['eu', 'us']), shop: z.string() }),
    tables: { region: { eu: { loginHost: 'login.acme.eu' }, us: { loginHost: 'login.acme.test' } } },
    auth: { oauth: method },
    api: { baseUrl: 'https://{shop}.test', hosts: ['https://{shop}.test'], fileHosts: ['https://{any}.files.test'] },
    explain: () => ({ kind: 'rejected' }),
    actions: [list, removing({ action: 'acme.list_things', items: 'things' })],
    ...more,
  });
const found = (rule: string, more?: Partial<ProviderDeclaration>) => rules[rule]!(acme(more), '');
const withAuth = (more: Partial<AuthMethod>) => ({ auth: { oauth: { ...method, ...more } as AuthMethod } });

test('a declaration that fits together breaks no rule', () => {
  const broken = Object.entries(rules).filter(([name, rule]) => !name.includes('icon') && rule(acme(), '').length > 0);

  expect(broken).toEqual([]);
});

test('a template whose name nothing gives is found, as is a column that one row lacks', () => {
  const rule = 'fills its templates from settings and tables it declares';

  expect(found(rule, { settings: undefined })).toEqual([
    'https://{shop}.test: nothing gives shop',
    'https://{shop}.test: nothing gives shop',
    'https://{shop}.test/me: nothing gives shop',
  ]);
  expect(found(rule, { tables: { region: { eu: { loginHost: 'a' }, us: {} } } })).toHaveLength(3);
});

test.each([
  [{ action: 'acme.list_nothing', items: 'things' }, 'which does not exist'],
  [{ action: 'acme.remove_thing', items: 'things' }, 'which is no read'],
  [{ action: 'acme.list_things', items: 'stuff' }, 'answers no list stuff'],
  [{ action: 'acme.list_things', items: 'things', label: 'name' }, 'answers no things with name'],
  [{ action: 'acme.list_things', items: 'things', where: { kind: 'folder' } }, 'answers no things with kind'],
  [{ action: 'acme.list_things', items: 'things.parts' }, 'answers no list things.parts'],
  [{ action: 'acme.list_things', items: 'things', given: { boxId: 'thingId' } }, 'takes no boxId'],
  [{ action: 'acme.list_parts', items: 'parts' }, 'gives acme.list_parts no boxId'],
  [
    { action: 'acme.list_parts', items: 'parts', given: { boxId: 'caseId' } },
    'gives acme.list_parts the field caseId, which is not there',
  ],
])('a choice from %j is found', (choice, finding) => {
  expect(found('lets people choose from lists that exist', { actions: [list, parts, removing(choice)] })).toEqual([
    expect.stringContaining(finding),
  ]);
});

test.each([
  { action: 'acme.list_parts', items: 'parts', given: { boxId: 'thingId' } },
  { action: 'acme.list_parts', items: 'parts.pins', given: { boxId: 'thingId' }, where: { title: 'x' } },
])('a choice from %j is none', (choice) => {
  expect(found('lets people choose from lists that exist', { actions: [list, parts, removing(choice)] })).toEqual([]);
});

test('a provider whose every feature lets something be changed is found', () => {
  const choice = { action: 'acme.list_things', items: 'things' };

  expect(found('has a feature that only reads', { actions: [list, removing(choice, ['things.read'])] })).toHaveLength(
    1,
  );
});

test('methods that a person cannot tell apart are found', () => {
  const key = apiKey({ features: {}, identity: { endpoint: 'https://acme.test/me' } });

  expect(found('tells several ways of connecting apart', { auth: { oauth: method, key } })).toEqual([
    'oauth has no title',
    'key has no title',
  ]);
});

test('a connection that ends without a word is found', () => {
  const rule = 'says how a connection ends';

  expect(found(rule, withAuth({ life: { idleDays: 60, reason: 'idle' } }))).toEqual([
    'the life of oauth has no reason',
  ]);
  expect(found(rule, withAuth({ revocationEndpoint: undefined }))).toHaveLength(1);
  expect(found(rule, withAuth({ revocationEndpoint: undefined, revokeByHand: 'Remove it at Acme.' }))).toEqual([]);
});
