import { createPrivateKey, createSecretKey, type KeyObject } from 'node:crypto';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { type Settings, SettingsError } from '@switchboard/nest-kit';

/** Where `auth`'s own secrets are; no other service reads them. */
export interface AuthFiles {
  readonly keyRing: string;
  readonly statementKey: string;
  readonly apiKeySecret: string;
  readonly auditKey: string;
  /** Ids whose envelopes were destroyed, kept outside the database so that a restore cannot bring them back (V-16). */
  readonly shredList: string;
  /** Checkpoints of the audit chain, outside the database (L-1). */
  readonly auditCheckpoints: string;
}

export function filesOf(settings: Settings): AuthFiles {
  const within = (...names: string[]): string => join(settings.SWB_DATA_DIR, ...names);
  return {
    keyRing: settings.SWB_KEY_RING_FILE ?? within('secrets', 'key-ring.json'),
    statementKey: settings.SWB_STATEMENT_KEY_FILE ?? within('secrets', 'statement-key.pem'),
    apiKeySecret: settings.SWB_API_KEY_SECRET_FILE ?? within('secrets', 'api-key-secret'),
    auditKey: settings.SWB_AUDIT_KEY_FILE ?? within('secrets', 'audit-key.pem'),
    shredList: within('shredded.log'),
    auditCheckpoints: within('audit-checkpoints.log'),
  };
}

export interface AuthKeys {
  readonly statementKeyPem: string;
  /** Under which API keys are kept (V-13). */
  readonly apiKeySecret: KeyObject;
  /** Ed25519; signs checkpoints of the audit chain (L-1). */
  readonly auditKey: KeyObject;
}

/** @throws SettingsError naming the file that is missing, readable by others, or not what it should be. */
export async function readKeys(files: AuthFiles): Promise<AuthKeys> {
  const statementKeyPem = await readPrivate(files.statementKey);
  const apiKeySecret = createSecretKey(Buffer.from(await readPrivate(files.apiKeySecret)));
  if ((apiKeySecret.symmetricKeySize ?? 0) < 32) throw new SettingsError(`${files.apiKeySecret} is too short.`);
  return { statementKeyPem, apiKeySecret, auditKey: createPrivateKey(await readPrivate(files.auditKey)) };
}

async function readPrivate(path: string): Promise<string> {
  const file = await open(path, 'r').catch((error: NodeJS.ErrnoException) => {
    throw new SettingsError(`The file ${path} cannot be read (${error.code ?? 'unknown'}).`);
  });
  try {
    if (((await file.stat()).mode & 0o077) !== 0) throw new SettingsError(`The file ${path} must have mode 0600.`);
    return (await file.readFile('utf8')).trim();
  } finally {
    await file.close();
  }
}
