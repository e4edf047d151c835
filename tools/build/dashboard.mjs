import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const inputs = ['web', 'packages/contracts/src', 'package-lock.json'];
const left = new Set(['node_modules', 'dist']);

/** Builds the dashboard into web/dist when anything it is made from changed; answers whether it did. */
export async function buildDashboard(root) {
  const web = path.join(root, 'web');
  if (!existsSync(path.join(web, 'index.html'))) return false;
  const stamp = path.join(web, 'dist', '.built-from');
  const wanted = fingerprint(root);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return false;

  const { build } = await import('vite');
  await build({ root: web, logLevel: 'warn', mode: 'production' });
  writeFileSync(stamp, wanted);
  return true;
}

function fingerprint(root) {
  const hash = createHash('sha256');
  for (const input of inputs) hashInto(hash, path.join(root, input), input);
  return hash.digest('hex');
}

function hashInto(hash, location, name) {
  if (!existsSync(location)) return;
  if (statSync(location).isFile()) {
    if (!/\.spec\.tsx?$/.test(name)) hash.update(name).update(readFileSync(location));
    return;
  }
  for (const entry of readdirSync(location).sort()) {
    if (!left.has(entry)) hashInto(hash, path.join(location, entry), `${name}/${entry}`);
  }
}
