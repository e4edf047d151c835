/**
 * Compiles every workspace from src to dist with SWC and the dashboard with Vite, each only where something changed:
 * `node tools/build.mjs [workspace folder …]`, or `--libraries` for all but the dashboard. Types are checked by `npm run check`, not here.
 */
import path from 'node:path';
import { buildDashboard } from './build/dashboard.mjs';
import { buildWorkspace } from './build/workspace.mjs';
import { workspaceFolders } from './build/workspace-folders.mjs';

const root = path.join(import.meta.dirname, '..');
const words = process.argv.slice(2);
const asked = words
  .filter((word) => !word.startsWith('--'))
  .map((folder) => path.relative(root, path.resolve(root, folder)));
const all = workspaceFolders(root).filter((folder) => folder !== 'web' || !words.includes('--libraries'));
const folders = asked.length > 0 ? asked : all;
const started = performance.now();

try {
  const counts = await Promise.all(
    folders.filter((folder) => folder !== 'web').map((folder) => buildWorkspace(root, folder)),
  );
  const compiled = counts.reduce((sum, count) => sum + count, 0);
  const dashboard = folders.includes('web') && (await buildDashboard(root));
  if (compiled > 0 || dashboard) {
    const what = dashboard ? `${compiled} files and the dashboard` : `${compiled} files`;
    process.stderr.write(`Built ${what} in ${((performance.now() - started) / 1000).toFixed(1)} s.\n`);
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
