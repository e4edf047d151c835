import { createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { appendFile, mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** A signed statement that a hub's chain had this hash at this row (L-1). */
export interface Checkpoint {
  readonly hubId: string;
  readonly sequence: number;
  /** Hex. */
  readonly hash: string;
  readonly at: string;
  /** Base64. */
  readonly signature: string;
}

const textOf = ({ hubId, sequence, hash, at }: Omit<Checkpoint, 'signature'>): Buffer =>
  Buffer.from(`switchboard-audit-1:${hubId}:${sequence}:${hash}:${at}`);

export function signCheckpoint(key: KeyObject, told: Omit<Checkpoint, 'signature'>): Checkpoint {
  return { ...told, signature: sign(null, textOf(told), key).toString('base64') };
}

export const isSignedBy = (key: KeyObject, checkpoint: Checkpoint): boolean =>
  verify(null, textOf(checkpoint), createPublicKey(key), Buffer.from(checkpoint.signature, 'base64'));

/** Checkpoints outside the database: one JSON line each. */
export class CheckpointFile {
  constructor(private readonly path: string) {}

  async append(checkpoint: Checkpoint): Promise<void> {
    await mkdir(dirname(this.path), { recursive: true, mode: 0o700 });
    await appendFile(this.path, `${JSON.stringify(checkpoint)}\n`, { mode: 0o600 });
  }

  async read(): Promise<Checkpoint[]> {
    const text = await readFile(this.path, 'utf8').catch(() => '');
    return text
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Checkpoint);
  }
}
