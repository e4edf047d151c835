import { spawn } from 'node:child_process';
import { closeSync, existsSync, fchownSync, mkdtempSync, openSync, readdirSync, rmSync, writeSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import path from 'node:path';
import type { Binaries } from './binaries.ts';
import type { DataFolder } from './data-folder.ts';
import type { RunAs } from './run-as.ts';

/** A file we add when the first start went through; without it the folder is an attempt that was interrupted. */
export const clusterMark = 'switchboard-initialised';

/** True when the folder holds a whole cluster; what an interrupted first start left behind is removed. */
export function hasCluster(folder: string): boolean {
  const entries = readdirSync(folder);
  if (entries.includes(clusterMark) && existsSync(path.join(folder, 'PG_VERSION'))) return true;
  for (const entry of entries) rmSync(path.join(folder, entry), { recursive: true, force: true });
  return false;
}

/** Makes an empty cluster owned by `switchboard`; the password goes in as an opened file that has no name any more. */
export async function initCluster(
  binaries: Binaries,
  folder: DataFolder,
  user: RunAs | undefined,
  password: string,
): Promise<void> {
  const args = [
    `--pgdata=${folder.asSeenInside}`,
    '--username=switchboard',
    '--pwfile=/dev/stdin',
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
    '--no-sync',
    '--no-instructions',
  ];
  const passwordFile = nameless(`${password}\n`, user);
  const { command, before } = user || hasName() ? { command: binaries.initdb, before: [] } : named(binaries.initdb);
  const child = spawn(command, [...before, ...args], {
    ...user,
    cwd: '/',
    env: { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC', LD_LIBRARY_PATH: binaries.libraries },
    stdio: [passwordFile, 'ignore', 'pipe', ...folder.descriptors],
  });
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (said += text));
  closeSync(passwordFile);
  await new Promise<void>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`PostgreSQL could not make its data folder: ${said.trim()}`)),
    );
  });
}

function nameless(content: string, user: RunAs | undefined): number {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'switchboard-')), 'password');
  const descriptor = openSync(file, 'wx+', 0o600);
  if (user) fchownSync(descriptor, user.uid, user.gid);
  writeSync(descriptor, content, 0);
  rmSync(path.dirname(file), { recursive: true });
  return descriptor;
}

/** initdb wants to know its user by name; a container's user often has none. */
function hasName(): boolean {
  try {
    return userInfo().username !== '';
  } catch {
    return false;
  }
}

/** The same program seen as `nobody` inside a user namespace; on disk the files are ours. */
function named(program: string): { command: string; before: string[] } {
  return { command: 'unshare', before: ['--user', '--map-user=65534', '--map-group=65534', '--', program] };
}
