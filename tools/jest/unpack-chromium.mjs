import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir, userInfo } from 'node:os';
import path from 'node:path';

/**
 * The Chromium that npm installed, unpacked once per version and user with the libraries it brings, so that no system package is needed.
 * @returns where the program is and the folder of its libraries.
 */
export async function unpackChromium() {
  const root = path.dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium'));
  const { version } = JSON.parse(readFileSync(path.join(root, '..', 'package.json'), 'utf8'));
  const folder = path.join(tmpdir(), `switchboard-chromium-${version}-${userInfo().uid}`);
  if (!existsSync(folder)) await unpackInto(folder, path.join(root, '..', 'bin'));
  return { executable: path.join(folder, 'chromium'), libraries: path.join(folder, 'al2023', 'lib') };
}

/** Whole or not at all: two runs at the same time, or one that is killed, leave no half browser. */
async function unpackInto(folder, packed) {
  const part = mkdtempSync(`${folder}.`);
  const before = process.env.TMPDIR;
  process.env.TMPDIR = part;
  try {
    const { inflate } = await import('@sparticuz/chromium');
    for (const name of ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br'])
      await inflate(path.join(packed, name));
    mkdirSync(path.dirname(folder), { recursive: true });
    renameSync(part, folder);
  } catch (error) {
    rmSync(part, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
}
