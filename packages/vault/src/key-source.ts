import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { open, rename } from 'node:fs/promises';
import { promisify } from 'node:util';
import { KeyRingError, type RingMaterial } from './key-ring.ts';

/** Where a ring comes from. */
export interface KeySource {
  /** For messages: `file /…/ring.json`, `environment SWB_KEY_RING`, `command …`. */
  readonly name: string;
  /** @throws KeyRingError where it cannot be read or is not a ring. */
  read(): Promise<RingMaterial>;
}

/** A JSON file that only its owner may read or write: mode 0600 (V-8). */
export const fileSource = (path: string): KeySource => ({
  name: `file ${path}`,
  async read() {
    const file = await open(path, 'r').catch((error: NodeJS.ErrnoException) => {
      throw new KeyRingError(`The key ring file ${path} cannot be read (${error.code ?? 'unknown'}).`);
    });
    try {
      const { mode } = await file.stat();
      if ((mode & 0o077) !== 0) throw new KeyRingError(`The key ring file ${path} must have mode 0600.`);
      return parseRing(await file.readFile('utf8'), this.name);
    } finally {
      await file.close();
    }
  },
});

/** The value of an environment variable, read by the caller's config. */
export const environmentSource = (variable: string, value: string | undefined): KeySource => ({
  name: `environment ${variable}`,
  async read() {
    if (value === undefined || value === '') throw new KeyRingError(`${variable} is not set.`);
    return parseRing(value, this.name);
  },
});

/** A program that prints the ring, for example a secret manager's client; run without a shell, at most 4 s. */
export const commandSource = (program: string, args: readonly string[]): KeySource => ({
  name: `command ${program}`,
  async read() {
    const { stdout } = await promisify(execFile)(program, args, { timeout: 4_000, maxBuffer: 65_536 }).catch(() => {
      throw new KeyRingError(`The key ring command ${program} failed.`);
    });
    return parseRing(stdout, this.name);
  },
});

/** Replaces the ring file whole, with mode 0600, or leaves the old one. */
export async function writeRingFile(path: string, ring: RingMaterial): Promise<void> {
  const temporary = `${path}.${randomBytes(6).toString('hex')}`;
  const file = await open(temporary, 'wx', 0o600);
  try {
    await file.writeFile(`${JSON.stringify(ring, null, 2)}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(temporary, path);
}

function parseRing(text: string, source: string): RingMaterial {
  const ring = asRing(text);
  if (ring === undefined) throw new KeyRingError(`The ${source} does not hold a key ring.`);
  return ring;
}

function asRing(text: string): RingMaterial | undefined {
  try {
    const ring = JSON.parse(text) as Partial<RingMaterial> | null;
    const keys = ring?.keys;
    if (typeof ring?.active !== 'string' || !Array.isArray(keys) || keys.length === 0) return undefined;
    if (!keys.every((key) => typeof key?.id === 'string' && typeof key.key === 'string')) return undefined;
    return ring as RingMaterial;
  } catch {
    return undefined;
  }
}
