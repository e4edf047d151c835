import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { newRing, writeRingFile } from '@switchboard/vault';

export interface TestKeys extends AsyncDisposable {
  readonly folder: string;
  readonly ringFile: string;
  readonly statementPublicKey: string;
}

/** A data folder with every key the service reads. */
export async function createTestKeys(): Promise<TestKeys> {
  const folder = mkdtempSync(path.join(tmpdir(), 'switchboard-auth-'));
  const secrets = path.join(folder, 'secrets');
  mkdirSync(secrets, { mode: 0o700 });
  const write = (name: string, text: string): void => writeFileSync(path.join(secrets, name), text, { mode: 0o600 });
  const pair = () =>
    generateKeyPairSync('ed25519', {
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
      publicKeyEncoding: { type: 'spki', format: 'pem' },
    });
  const statement = pair();
  write('statement-key.pem', statement.privateKey);
  write('audit-key.pem', pair().privateKey);
  write('api-key-secret', randomBytes(32).toString('hex'));
  const ringFile = path.join(secrets, 'key-ring.json');
  await writeRingFile(ringFile, newRing('k1', 'bootstrap'));
  return {
    folder,
    ringFile,
    statementPublicKey: statement.publicKey,
    [Symbol.asyncDispose]: async () => rmSync(folder, { recursive: true, force: true }),
  };
}
