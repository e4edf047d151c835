import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { serviceNames } from '@switchboard/contracts';
import { settingTable } from '@switchboard/nest-kit';
import { parse } from 'yaml';

interface Service {
  readonly image: string;
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly env_file?: readonly (string | { readonly path: string; readonly required: boolean })[];
  readonly secrets?: readonly (string | { readonly source: string; readonly target: string })[];
  readonly ports?: readonly string[];
  readonly networks: readonly string[];
  readonly read_only?: boolean;
  readonly cap_drop?: readonly string[];
}
interface Compose {
  readonly services: Readonly<Record<string, Service>>;
  readonly networks: Readonly<Record<string, { readonly internal?: boolean }>>;
  readonly secrets: Readonly<Record<string, { readonly file: string }>>;
}

const root = path.join(import.meta.dirname, '..', '..');
const text = readFileSync(path.join(root, 'docker-compose.yml'), 'utf8');
const compose = parse(text, { merge: true }) as Compose;
const ours = Object.entries(compose.services).filter(([name]) => name !== 'postgres' && name !== 'nats');
const secretsOf = ({ secrets = [] }: Service) =>
  secrets.map((one) => (typeof one === 'string' ? { source: one, target: one } : one));
const authOnly = ['key-ring', 'statement-key', 'api-key-secret', 'audit-key', 'auth-database-password'];

test('every service of the hub has a container, and only the gateway publishes a port', () => {
  expect(ours.map(([name]) => name).sort()).toEqual([...serviceNames, 'migrate'].sort());
  const published = Object.entries(compose.services).filter(([, { ports }]) => ports);
  expect(published.map(([name]) => name)).toEqual(['gateway']);
});

test('every variable of our containers and of the file itself is a setting of the hub', () => {
  const named = ours.flatMap(([, { environment = {} }]) => Object.keys(environment));
  const asked = [...text.matchAll(/\$\{(\w+)/g)].map(([, name]) => name ?? '');
  const ofCompose = ['SWB_UID', 'SWB_GID', 'SWB_PUBLISH', 'SWB_SECRETS_DIR'];

  const unknown = [...named, ...asked].filter((name) => !(name in settingTable) && !ofCompose.includes(name));

  expect(named.length).toBeGreaterThan(40);
  expect(unknown).toEqual([]);
});

test('V-9 only auth is given the keys, the clients of providers and what makes an owner', () => {
  for (const [name, service] of ours.filter(([name]) => name !== 'auth')) {
    const sources = secretsOf(service).map(({ source }) => source);
    expect({ name, keys: sources.filter((source) => authOnly.includes(source)) }).toEqual({ name, keys: [] });
    const told = Object.keys(service.environment ?? {}).filter((one) =>
      /_CLIENT_(ID|SECRET)$|OWNER_(EMAIL|PASSWORD)$|SETUP_CODE|(KEY_RING|STATEMENT_KEY|API_KEY_SECRET|AUDIT_KEY)_FILE/.test(
        one,
      ),
    );
    expect({ name, told, env_file: service.env_file }).toEqual({ name, told: [], env_file: undefined });
  }
});

test('a service is given no other service’s passwords, and every file it is told of is mounted', () => {
  for (const [name, service] of ours) {
    const mounted = secretsOf(service);
    const passwords = mounted.map(({ source }) => source).filter((source) => source.endsWith('-password'));
    const allowed =
      name === 'migrate' ? ['every-database-password'] : [`${name}-database-password`, `${name}-nats-password`];
    expect(passwords).toEqual(allowed);
    for (const { source } of mounted) expect(compose.secrets[source]?.file).toContain('${SWB_SECRETS_DIR:-');
    if (name === 'migrate') continue;
    const files = Object.values(service.environment ?? {}).filter((value) => value.startsWith('/run/secrets/'));
    expect(mounted.map(({ target }) => `/run/secrets/${target}`).sort()).toEqual(files.sort());
  }
});

test('no password and no key is written into the file', () => {
  expect(text).not.toMatch(/PASSWORD: (?!\$\{|\/run\/secrets)/);
  expect(text).not.toMatch(/:\/\/[^/\s]+:[^/\s@]+@/);
});

test('commands point at entries that are built, and containers cannot write or gain rights', () => {
  for (const [name, service] of ours) {
    const entry = service.command?.find((word) => word.endsWith('.js')) ?? '';
    expect(existsSync(path.join(root, entry.replace('/dist/', '/src/').replace(/\.js$/, '.ts')))).toBe(true);
    if (name !== 'migrate') expect(service.command?.at(-1)).toBe(name);
    expect(service).toMatchObject({ read_only: true, cap_drop: ['ALL'] });
  }
});

test('the assistant, the bus and the database have no way out', () => {
  expect(compose.networks['inside']).toEqual({ internal: true });
  for (const name of ['assistant', 'nats', 'postgres']) expect(compose.services[name]?.networks).toEqual(['inside']);
});
