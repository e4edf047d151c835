import { z } from 'zod';
import { type Clients, clientsIn, type ClientSetting } from './client-settings.ts';
import { address, expectation, list, origins, whole } from './setting-forms.ts';
import { SettingsError } from './settings-error.ts';

interface Setting<T extends z.ZodType> {
  readonly schema: T;
  /** One sentence for the generated table. */
  readonly about: string;
  /** As the table prints it. */
  readonly shownDefault: string;
}
const setting = <T extends z.ZodType>(schema: T, shownDefault: string, about: string): Setting<T> => ({
  schema,
  shownDefault,
  about,
});

const port = whole(0, 65_535);
const file = z.string().min(1).optional();
const onOff = z.enum(['on', 'off']);

/** Every setting of the hub, declared once: its form, its default and what it is for. */
export const settingTable = {
  NODE_ENV: setting(
    z.enum(['development', 'test', 'production']).default('development'),
    'development',
    '`production` refuses the sandbox, the origin map, a plain-http public address and generated development keys.',
  ),
  LOG_LEVEL: setting(
    z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('warn'),
    'warn',
    'How much is logged, as JSON lines on standard error.',
  ),
  SWB_DATA_DIR: setting(
    z.string().min(1).default('.data'),
    '.data',
    'Where the embedded database, the generated secrets and staged files live.',
  ),
  SWB_HOST: setting(z.string().min(1).default('127.0.0.1'), '127.0.0.1', 'The address the gateway listens at.'),
  SWB_PORT: setting(port.default(3000), '3000', 'The port of the gateway.'),
  SWB_PUBLIC_URL: setting(
    address(/^https?$/, 'an http or https').optional(),
    'http://localhost:PORT',
    'The address people and providers use; redirect URIs are made from it.',
  ),
  SWB_SANDBOX: setting(
    onOff.optional(),
    'on unless production',
    'Whether providers without a client are served by the sandbox.',
  ),
  SWB_SANDBOX_PORT: setting(port.default(0), 'a free one', 'The port of the sandbox.'),
  SWB_SANDBOX_URL: setting(z.url().optional(), 'set by npm start', 'The address of a sandbox that already runs.'),
  SWB_SANDBOX_CLIENTS_FILE: setting(
    file,
    'set by npm start',
    'JSON with the client the sandbox knows for each provider; only `auth` and the sandbox read it.',
  ),
  SWB_ORIGIN_MAP: setting(
    file,
    'none',
    'A JSON file from official origins to stand-ins; for sandbox connections only.',
  ),
  SWB_PRIVATE_ORIGINS: setting(
    origins,
    'none',
    'Origins of the own network that people may connect, such as a model at http://127.0.0.1:11434, comma separated.',
  ),
  SWB_OWNER_EMAIL: setting(z.email().optional(), 'none', 'With the password: makes the owner without a browser.'),
  SWB_OWNER_PASSWORD: setting(z.string().min(8).max(128).optional(), 'none', 'The password of that owner.'),
  SWB_SETUP_CODE: setting(
    z.string().min(16).max(128).optional(),
    'made at each start',
    'The one-time code that makes the owner.',
  ),
  SWB_TRUSTED_PROXIES: setting(
    list,
    'none',
    'Addresses of reverse proxies whose forwarded headers count, comma separated.',
  ),
  SWB_CORS_ORIGINS: setting(
    list,
    'none',
    'Origins that may call the API with a key, comma separated; never with cookies.',
  ),
  SWB_WEB_DIR: setting(file, 'web/dist', 'The built dashboard that the gateway serves.'),
  SWB_REQUESTS_PER_MINUTE: setting(
    whole(10, 1_000_000).default(1_200),
    '1200',
    'How many API requests a minute one session or API key may make; an address may make five times as many.',
  ),
  DATABASE_URL: setting(
    address(/^postgres(ql)?$/, 'a postgres://').optional(),
    'the embedded database',
    'The owner of a PostgreSQL database; roles and schemas are made in it.',
  ),
  SWB_DATABASE_OWNER_PASSWORD_FILE: setting(
    file,
    'none',
    "Holds the owner's password for an address without one; only migrations read it.",
  ),
  SWB_DATABASE_PASSWORDS_FILE: setting(file, 'secrets/database.json', 'JSON with a password for each service role.'),
  NATS_URL: setting(
    address(/^(nats|tls|wss?)$/, 'a nats://').optional(),
    'a local nats-server',
    'The bus of `npm run start:services`.',
  ),
  SWB_NATS_PASSWORDS_FILE: setting(file, 'secrets/nats.json', 'JSON with a bus password for each service.'),
  SWB_KEY_RING_FILE: setting(
    file,
    'secrets/key-ring.json',
    'The key ring of the vault, mode 0600; only `auth` reads it.',
  ),
  SWB_STATEMENT_KEY_FILE: setting(
    file,
    'secrets/statement-key.pem',
    'Ed25519 private key that signs callers; only `auth` reads it.',
  ),
  SWB_STATEMENT_PUBLIC_KEY_FILE: setting(file, 'secrets/statement-key.pub.pem', 'The public half, for every service.'),
  SWB_API_KEY_SECRET_FILE: setting(
    file,
    'secrets/api-key-secret',
    'HMAC key under which API keys are kept; only `auth` reads it.',
  ),
  SWB_AUDIT_KEY_FILE: setting(
    file,
    'secrets/audit-key.pem',
    'Ed25519 private key of audit checkpoints; only `auth` reads it.',
  ),
  SWB_INNER_SECRET_FILE: setting(
    file,
    'secrets/inner-secret',
    'Shared by the services: proves them to each other for streams, and seals what passes the bus.',
  ),
  SWB_HEALTH_FILE: setting(
    file,
    'none',
    'Touched every 5 s by a service of its own while it and what it needs answer; for health checks of containers.',
  ),
  SWB_INNER_HOST: setting(z.string().default('127.0.0.1'), '127.0.0.1', 'The address a service answers streams at.'),
  SWB_INNER_PORT: setting(
    port.optional(),
    'by service',
    'The port a service answers streams at: 3101 integrations, 3102 assistant.',
  ),
  SWB_INTEGRATIONS_URL: setting(
    z.url().default('http://127.0.0.1:3101'),
    'http://127.0.0.1:3101',
    'Where the other services open streams of `integrations`.',
  ),
  SWB_ASSISTANT_URL: setting(
    z.url().default('http://127.0.0.1:3102'),
    'http://127.0.0.1:3102',
    'Where the other services open streams of `assistant`.',
  ),
} as const;

type Table = typeof settingTable;
type Parsed = { readonly [Name in keyof Table]: z.output<Table[Name]['schema']> };

/** Every setting, checked. `sandbox` and `publicUrl` are derived. */
export interface Settings extends Parsed {
  readonly production: boolean;
  readonly sandbox: boolean;
  readonly publicUrl: string;
  /** The clients of providers, by the name of their registration. */
  readonly clients: Clients;
}

/**
 * @param clients the providers' registrations, whose settings are read as well.
 * @throws SettingsError with one clear sentence for the first wrong value.
 */
export function parseSettings(
  environment: Readonly<Record<string, string | undefined>>,
  clients: readonly ClientSetting[] = [],
): Settings {
  const values: Record<string, unknown> = {};
  for (const [name, { schema }] of Object.entries(settingTable)) {
    const given = environment[name] === '' ? undefined : environment[name];
    const parsed = (schema as z.ZodType).safeParse(given);
    if (!parsed.success) throw new SettingsError(`${name} is not right: it ${expectation(parsed.error.issues[0])}.`);
    values[name] = parsed.data;
  }
  return { ...checkTogether(values as unknown as Parsed), clients: clientsIn(environment, clients) };
}

function checkTogether(parsed: Parsed): Omit<Settings, 'clients'> {
  const production = parsed.NODE_ENV === 'production';
  const sandbox = parsed.SWB_SANDBOX ? parsed.SWB_SANDBOX === 'on' : !production;
  const publicUrl = (parsed.SWB_PUBLIC_URL ?? `http://localhost:${parsed.SWB_PORT}`).replace(/\/$/, '');
  if (production && sandbox) throw new SettingsError('SWB_SANDBOX must be off in production.');
  if (production && parsed.SWB_ORIGIN_MAP) throw new SettingsError('SWB_ORIGIN_MAP is refused in production.');
  if (production && !publicUrl.startsWith('https://'))
    throw new SettingsError('SWB_PUBLIC_URL must be an https address in production.');
  if (Boolean(parsed.SWB_OWNER_EMAIL) !== Boolean(parsed.SWB_OWNER_PASSWORD))
    throw new SettingsError('SWB_OWNER_EMAIL and SWB_OWNER_PASSWORD go together.');
  return { ...parsed, production, sandbox, publicUrl };
}
