import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * True when node_modules already holds what the lockfile names, by the record npm writes at the very end of an install.
 * An install that was interrupted has no such record, or an older one.
 */
export function isInstalled(root) {
  const record = path.join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const installed = JSON.parse(readFileSync(record, 'utf8')).packages;
  const wanted = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')).packages;

  return Object.entries(wanted).every(([location, entry]) => {
    if (entry.link) return existsSync(path.join(root, location, 'package.json'));
    if (!location.includes('node_modules/')) return true;
    const present = installed[location];
    if (!present) return entry.optional === true || entry.peer === true;
    return present.version === entry.version && existsSync(path.join(root, location, 'package.json'));
  });
}
