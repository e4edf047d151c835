/**
 * Completes package-lock.json after `npm install`: npm drops optional packages of other platforms that the registry at hand
 * does not carry, and `npm ci` then refuses the file. Each gets an entry that says which platform it is for, and no integrity.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const file = path.join(import.meta.dirname, '..', 'package-lock.json');
const lock = JSON.parse(readFileSync(file, 'utf8'));
const platforms = [
  'darwin',
  'linux',
  'win32',
  'freebsd',
  'openbsd',
  'netbsd',
  'android',
  'sunos',
  'aix',
  'openharmony',
];
const processors = ['x64', 'arm64', 'arm', 'ia32', 'ppc64', 's390x', 'riscv64', 'loong64', 'mips64el', 'wasm32'];
let added = 0;

for (const [location, entry] of Object.entries({ ...lock.packages })) {
  for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
    if (reachable(location, name)) continue;
    lock.packages[`node_modules/${name}`] = stub(name, range);
    added += 1;
  }
}

if (added > 0) {
  const sorted = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
  writeFileSync(file, `${JSON.stringify({ ...lock, packages: sorted }, null, 2)}\n`);
}
process.stdout.write(`package-lock.json: ${added} optional packages of other platforms added.\n`);

/** True when a package at `location` would find `name`, walking up the node_modules folders as Node does. */
function reachable(location, name) {
  let folder = location;
  for (;;) {
    if (lock.packages[`${folder ? `${folder}/` : ''}node_modules/${name}`]) return true;
    if (folder === '') return false;
    const cut = folder.lastIndexOf('/node_modules/');
    folder = cut === -1 ? '' : folder.slice(0, cut);
  }
}

function stub(name, range) {
  const words = name.split(/[/@-]/).map((word) => (word === 'windows' ? 'win32' : word));
  const os = platforms.filter((platform) => words.includes(platform));
  const cpu = processors.filter((processor) =>
    words.some(
      (word) =>
        word === processor || word.startsWith(`${processor}eabi`) || (processor === 'arm' && word.startsWith('armv')),
    ),
  );
  const libc = words.includes('musl') ? ['musl'] : words.includes('gnu') ? ['glibc'] : [];
  return {
    version: range.replace(/^[\^~>=\s]*/, ''),
    ...(cpu.length > 0 && { cpu }),
    ...(libc.length > 0 && { libc }),
    optional: true,
    os: os.length > 0 ? os : ['none'],
  };
}
