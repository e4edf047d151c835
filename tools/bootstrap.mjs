/**
 * Installs from the lockfile when needed, then runs its arguments under the pinned Node:
 * `node tools/bootstrap.mjs [node options] <script> [arguments]`. Built-ins only, so that Node 20 and nothing else can start it.
 */
import path from 'node:path';
import { install } from './bootstrap/install.mjs';
import { findNode } from './bootstrap/pinned-node.mjs';
import { runInstead } from './bootstrap/run-instead.mjs';

const root = path.dirname(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname));

try {
  await install(root);
  process.exitCode = await runInstead(findNode(root), process.argv.slice(2), root);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
