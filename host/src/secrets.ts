import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type ServiceName, serviceNames } from '@switchboard/contracts';
import { newRing, writeRingFile } from '@switchboard/vault';

/** Settings that name a secret's file, and the file of the data folder each stands for unless told. */
export const secretFiles = {
  SWB_KEY_RING_FILE: 'key-ring.json',
  SWB_STATEMENT_KEY_FILE: 'statement-key.pem',
  SWB_STATEMENT_PUBLIC_KEY_FILE: 'statement-key.pub.pem',
  SWB_API_KEY_SECRET_FILE: 'api-key-secret',
  SWB_AUDIT_KEY_FILE: 'audit-key.pem',
  SWB_INNER_SECRET_FILE: 'inner-secret',
  SWB_DATABASE_PASSWORDS_FILE: 'database.json',
  SWB_NATS_PASSWORDS_FILE: 'nats.json',
} as const;

export type SecretFiles = Readonly<Record<keyof typeof secretFiles, string>>;

export interface Secrets {
  readonly folder: string;
  /** Where each secret is: the operator's own file, or ours. */
  readonly files: SecretFiles;
  readonly databaseOwner: string;
  readonly databasePasswords: Readonly<Record<ServiceName, string>>;
  readonly natsPasswords: Readonly<Record<ServiceName, string>>;
  readonly sandboxClientSecret: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Makes what is missing, once, mode 0600; what the operator names by a setting is taken as it is. */
export const ensureSecrets = (dataFolder: string, environment: Environment): Promise<Secrets> =>
  makeSecrets(path.join(dataFolder, 'secrets'), environment, 'bootstrap');

/** @param madeBy production refuses a key ring that nobody asked for by name. */
export async function makeSecrets(
  folder: string,
  environment: Environment,
  madeBy: 'bootstrap' | 'operator',
): Promise<Secrets> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const files = Object.fromEntries(
    Object.entries(secretFiles).map(([setting, name]) => [setting, environment[setting] || path.join(folder, name)]),
  ) as SecretFiles;

  if (!existsSync(files.SWB_KEY_RING_FILE)) await writeRingFile(files.SWB_KEY_RING_FILE, newRing('k1', madeBy));
  makeKeyPair(files.SWB_STATEMENT_KEY_FILE, files.SWB_STATEMENT_PUBLIC_KEY_FILE);
  makeKeyPair(files.SWB_AUDIT_KEY_FILE);
  once(files.SWB_API_KEY_SECRET_FILE, randomText);
  once(files.SWB_INNER_SECRET_FILE, randomText);
  return {
    folder,
    files,
    databaseOwner: once(path.join(folder, 'database-owner'), randomText),
    databasePasswords: passwords(files.SWB_DATABASE_PASSWORDS_FILE),
    natsPasswords: passwords(files.SWB_NATS_PASSWORDS_FILE),
    sandboxClientSecret: once(path.join(folder, 'sandbox-client-secret'), randomText),
  };
}

/** Begins with a letter, because nats-server reads a value of digits as a number. */
const randomText = (): string => `s${randomBytes(32).toString('hex')}`;

function passwords(file: string): Record<ServiceName, string> {
  const text = once(file, () => JSON.stringify(Object.fromEntries(serviceNames.map((name) => [name, randomText()]))));
  return JSON.parse(text) as Record<ServiceName, string>;
}

function makeKeyPair(privateFile: string, publicFile?: string): void {
  if (existsSync(privateFile)) return;
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  if (publicFile) write(publicFile, publicKey.export({ type: 'spki', format: 'pem' }).toString());
  write(privateFile, privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
}

function once(file: string, make: () => string): string {
  if (!existsSync(file)) write(file, make());
  return readFileSync(file, 'utf8').trim();
}

/** Whole or not at all, so that a start that is killed leaves no half secret. */
function write(file: string, content: string): void {
  const part = `${file}.${process.pid}`;
  writeFileSync(part, content, { mode: 0o600 });
  renameSync(part, file);
}
