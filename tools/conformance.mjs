/**
 * `npm run conformance`: runs each provider's actions in the sandbox, holds what they send and get against the vendor's own
 * description, and writes the table to docs/generated/conformance.md. The descriptions lie beside the repository, in shared/specs;
 * where they are not there, the table is left as it is.
 */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runInstead } from './bootstrap/run-instead.mjs';
import { conformanceTable } from './conformance/table.mjs';

const root = path.join(import.meta.dirname, '..');
const target = path.join(root, 'docs/generated/conformance.md');
const folder = mkdtempSync(path.join(tmpdir(), 'switchboard-conformance-'));

const code = await runInstead(
  process.execPath,
  [
    ...['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', 'node_modules/jest/bin/jest.js'],
    ...['--selectProjects', 'unit', '--maxWorkers=2', `--globals=${JSON.stringify({ conformanceFolder: folder })}`],
    String.raw`packages/providers/src/\w+/\w+\.conformance\.spec\.ts$`,
    ...process.argv.slice(2),
  ],
  root,
);
const records = readdirSync(folder)
  .sort()
  .map((name) => JSON.parse(readFileSync(path.join(folder, name), 'utf8')));
rmSync(folder, { recursive: true, force: true });

if (
  records.some(({ description, undescribed }) => description === undefined && undescribed === undefined) ||
  !existsSync(path.join(root, '../shared/specs'))
) {
  process.stderr.write('\n*** The table is not written: the descriptions of vendors are not at ../shared/specs.\n');
} else if (process.argv.length > 2) {
  process.stdout.write(`\n${conformanceTable(records)}`);
} else {
  writeFileSync(target, conformanceTable(records));
  process.stdout.write(`\nWritten: ${path.relative(root, target)}\n`);
}
process.exitCode = code;
