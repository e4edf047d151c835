import { chmodSync, chownSync, closeSync, constants, lstatSync, mkdirSync, openSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { canReach } from './run-as.ts';
import type { RunAs } from './run-as.ts';

/** The number the folder's descriptor has in the programs we start. */
const inheritedDescriptor = 3;

export interface DataFolder {
  /** The path to give PostgreSQL. */
  readonly asSeenInside: string;
  /** What goes behind stdin, stdout and stderr of every program that uses the folder. */
  readonly descriptors: readonly number[];
  close(): void;
}

/**
 * Makes the folder and hands it to `user`. Where that user cannot walk down to it (a clone in root's own closed home) the
 * programs get the opened folder itself and reach it through /proc, so nothing is moved and no parent is opened up.
 */
export function openDataFolder(folder: string, user: RunAs | undefined): DataFolder {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  if (!user) return { asSeenInside: folder, descriptors: [], close: () => undefined };

  giveTo(user, folder);
  if (canReach(folder, user)) return { asSeenInside: folder, descriptors: [], close: () => undefined };
  const descriptor = openSync(folder, constants.O_RDONLY | constants.O_DIRECTORY);
  return {
    asSeenInside: `/proc/self/fd/${inheritedDescriptor}`,
    descriptors: [descriptor],
    close: () => closeSync(descriptor),
  };
}

function giveTo(user: RunAs, folder: string): void {
  if (lstatSync(folder).uid === user.uid) return;
  chownSync(folder, user.uid, user.gid);
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isSymbolicLink()) chownSync(path.join(entry.parentPath, entry.name), user.uid, user.gid);
  }
}
