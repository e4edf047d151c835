import { createCipheriv, createDecipheriv, createSecretKey, randomBytes } from 'node:crypto';
import { KeyRing, newRing, open, seal, type EnvelopeIdentity } from '../../packages/vault/src/index.ts';

const identity: EnvelopeIdentity = {
  hubId: '01990000-0000-7000-8000-00000000000a',
  memberId: '01990000-0000-7000-8000-00000000000b',
  provider: 'google',
  connectionId: '01990000-0000-7000-8000-00000000000c',
  purpose: 'refresh_token',
  credentialVersion: 7,
  environment: 'live',
};

export interface VaultNumbers {
  readonly bareMicros: number;
  readonly vaultMicros: number;
  /** Bare over vault: 1 would be free; the bar is 0.3. */
  readonly ratio: number;
}

/** Seal plus open of a 200-byte secret against one bare AES-256-GCM encryption and decryption with a fixed KeyObject. */
export function bench(rounds = 5_000, repeats = 5): VaultNumbers {
  const secret = randomBytes(200);
  const ring = new KeyRing(newRing('k1', 'bootstrap'));
  const key = createSecretKey(randomBytes(32));
  const bare: number[] = [];
  const vault: number[] = [];
  for (let repeat = 0; repeat <= repeats; repeat++) {
    const times = [
      micros(rounds, () => bareRound(key, secret)),
      micros(rounds, () => open(ring, seal(ring, secret, identity), identity)),
    ];
    if (repeat === 0) continue;
    bare.push(times[0]!);
    vault.push(times[1]!);
  }
  const [bareMicros, vaultMicros] = [median(bare), median(vault)];
  return { bareMicros, vaultMicros, ratio: bareMicros / vaultMicros };
}

function bareRound(key: ReturnType<typeof createSecretKey>, secret: Buffer): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: 16 });
  const body = Buffer.concat([cipher.update(secret), cipher.final()]);
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: 16 });
  decipher.setAuthTag(cipher.getAuthTag());
  return Buffer.concat([decipher.update(body), decipher.final()]);
}

function micros(rounds: number, work: () => unknown): number {
  const start = performance.now();
  for (let round = 0; round < rounds; round++) work();
  return ((performance.now() - start) / rounds) * 1_000;
}

const median = (values: number[]): number => values.sort((a, b) => a - b)[values.length >> 1]!;
