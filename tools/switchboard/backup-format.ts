import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { CommandError } from './command.ts';

const Manifest = z.object({ format: z.literal('switchboard-backup-1'), takenAt: z.iso.datetime() });
export type Manifest = z.infer<typeof Manifest>;

/** What a backup folder holds: no key ring and nothing else that opens an envelope. */
export const parts = {
  manifest: 'backup.json',
  database: 'database',
  databaseOwner: 'database-owner',
  sandbox: 'sandbox.json',
} as const;

export function writeManifest(folder: string, takenAt: Date): void {
  const manifest: Manifest = { format: 'switchboard-backup-1', takenAt: takenAt.toISOString() };
  writeFileSync(path.join(folder, parts.manifest), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 });
}

/** @throws CommandError where the folder is no whole backup: the manifest is written last. */
export function readManifest(folder: string): Manifest {
  try {
    return Manifest.parse(JSON.parse(readFileSync(path.join(folder, parts.manifest), 'utf8')));
  } catch {
    throw new CommandError(`${folder} is not a whole Switchboard backup.`);
  }
}
