import { existsSync } from 'node:fs';
import path from 'node:path';

/** The Node the lockfile pins, else the machine's own where that is new enough. */
export function findNode(root) {
  const pinned = path.join(root, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin', 'node');
  if (existsSync(pinned)) return pinned;
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  throw new Error(
    `Switchboard needs Node 24 and has no packaged one for ${process.platform}-${process.arch}: ` +
      `install Node 24 or later (this is ${process.versions.node}) and run the command again.`,
  );
}
