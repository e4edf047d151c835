import { createHash } from 'node:crypto';
import { nameFor } from '../../kit/random.ts';
import type { SandboxKit } from '../../kit/world.ts';
import { seedDrive } from '../seed/drive-seed.ts';
import type { DriveState, StoredFile } from './model.ts';

export const driveState = (kit: SandboxKit): DriveState =>
  kit.store.part<DriveState>('google.drive', () => seedDrive(kit.clock(), (bytes) => kit.store.putBlob(bytes)));

/** The id of the top folder of an account's own Drive. */
export const rootOf = (email: string): string => `root-${email.split('.')[0]}`;

/** An id as Google's: it begins with a 1 and says nothing. */
export function newFileId(kit: SandboxKit): string {
  const state = driveState(kit);
  state.next += 1;
  return `1${nameFor(`drive file ${state.next} ${kit.seed}`, 32)}`;
}

/** Keeps bytes as the content of a file. */
export function setContent(kit: SandboxKit, file: StoredFile, bytes: Buffer): void {
  file.blob = kit.store.putBlob(bytes);
  file.size = bytes.length;
  file.md5 = createHash('md5').update(bytes).digest('hex');
}

/** Notes who changed a file and when. */
export function touch(kit: SandboxKit, file: StoredFile, by: string): void {
  file.modifiedTime = new Date(kit.clock()).toISOString();
  file.modifiedBy = by;
  file.version += 1;
  kit.store.changed();
}
