import { existsSync } from 'node:fs';
import path from 'node:path';

/**
 * How to start the npm that started us, on the machine's own Node: never on the pinned one, which the install replaces,
 * and without the settings npm hands down to the scripts it runs.
 */
export function npmCommand(root) {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name)));
  const own = path.join(root, 'node_modules');
  env.PATH = (process.env.PATH ?? '')
    .split(path.delimiter)
    .filter((folder) => !folder.startsWith(own) && !folder.includes(`${path.sep}node-gyp-bin`))
    .join(path.delimiter);
  delete env.NODE_OPTIONS;

  const { npm_execpath: npm, npm_node_execpath: node } = process.env;
  if (npm && node && existsSync(npm) && existsSync(node) && !node.startsWith(own)) {
    return { command: node, args: [npm], env };
  }
  return { command: process.platform === 'win32' ? 'npm.cmd' : 'npm', args: [], env };
}
