import { expect, test } from '@jest/globals';
import { parseSettings, settingTable } from './settings.ts';
import { SettingsError } from './settings-error.ts';

test('nothing needs to be set', () => {
  const settings = parseSettings({});

  expect(settings).toMatchObject({
    production: false,
    sandbox: true,
    publicUrl: 'http://localhost:3000',
    SWB_HOST: '127.0.0.1',
    SWB_TRUSTED_PROXIES: [],
  });
});

test('an empty value counts as none', () => {
  expect(parseSettings({ SWB_PORT: '', LOG_LEVEL: '' })).toMatchObject({ SWB_PORT: 3000, LOG_LEVEL: 'warn' });
});

test.each([
  ['SWB_PORT', '70000'],
  ['SWB_PORT', 'http'],
  ['LOG_LEVEL', 'loud'],
  ['SWB_PUBLIC_URL', 'ftp://hub.example'],
  ['DATABASE_URL', 'mysql://localhost/x'],
  ['NATS_URL', 'http://localhost'],
  ['SWB_SANDBOX', 'maybe'],
  ['SWB_OWNER_EMAIL', 'ada'],
])('a wrong %s stops the start with one sentence that names it', (name, value) => {
  const parse = () => parseSettings({ [name]: value });

  expect(parse).toThrow(SettingsError);
  expect(parse).toThrow(new RegExp(`^${name} is not right: [^\n]+\\.$`));
});

test.each([
  ['SWB_PORT', 'abc', 'must be a whole number from 0 to 65535'],
  ['SWB_PORT', '1.5', 'must be a whole number from 0 to 65535'],
  ['SWB_REQUESTS_PER_MINUTE', '3', 'must be a whole number from 10 to 1000000'],
  ['LOG_LEVEL', 'loud', 'must be one of trace, debug, info, warn, error, fatal, silent'],
  ['SWB_OWNER_EMAIL', 'ada', 'must be an e-mail address'],
  ['SWB_SETUP_CODE', 'short', 'must have at least 16 characters'],
  ['SWB_PUBLIC_URL', 'hub.example', 'must be an http or https address'],
  ['SWB_PRIVATE_ORIGINS', 'http://a.lan,http://b.lan/v1', 'must list origins, each with its scheme and without a path'],
])('%s=%s is answered with what it must be', (name, value, expected) => {
  expect(() => parseSettings({ [name]: value })).toThrow(`${name} is not right: it ${expected}.`);
});

test.each([
  ['the sandbox', { SWB_SANDBOX: 'on' }],
  ['an origin map', { SWB_ORIGIN_MAP: 'map.json' }],
  ['a plain-http public address', { SWB_PUBLIC_URL: 'http://hub.example' }],
])('L-5 production refuses %s', (_name, settings) => {
  const production = { NODE_ENV: 'production', SWB_PUBLIC_URL: 'https://hub.example' };

  expect(parseSettings(production)).toMatchObject({ production: true, sandbox: false });
  expect(() => parseSettings({ ...production, ...settings })).toThrow(SettingsError);
});

const acme = { name: 'acme', title: 'Acme', secret: true };
const board = { name: 'acme_key', title: 'Acme', secret: false };

test.each([{ SWB_OWNER_EMAIL: 'ada@example.com' }, { ACME_CLIENT_ID: 'x' }, { ACME_KEY_CLIENT_SECRET: 'x' }])(
  'half of a pair is refused: %j',
  (half) => {
    expect(() => parseSettings(half, [acme, board])).toThrow('go together');
  },
);

test('the client of every provider can be set, with a secret where it has one', () => {
  const environment = {
    ACME_CLIENT_ID: ' id ',
    ACME_CLIENT_SECRET: 's',
    ACME_KEY_CLIENT_ID: 'key',
    OTHER_CLIENT_ID: 'x',
  };

  expect(parseSettings(environment, [acme, board]).clients).toEqual({
    acme: { clientId: 'id', clientSecret: 's' },
    acme_key: { clientId: 'key' },
  });
  expect(parseSettings({}, [acme]).clients).toEqual({});
});

test('every setting says what it is for', () => {
  for (const [name, { about, shownDefault }] of Object.entries(settingTable)) {
    expect(`${name}: ${about}`).toMatch(/\.$/);
    expect(shownDefault).not.toBe('');
  }
});
