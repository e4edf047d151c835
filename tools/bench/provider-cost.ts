import { readFileSync } from 'node:fs';
import path from 'node:path';
import { providerFiles } from '../new/provider.ts';
import { root } from './hub.ts';
import type { Row } from './row.ts';

const most = 1;

/** What has to change outside a new provider's folders, as `npm run new provider` changes it. */
export async function bench(): Promise<Row[]> {
  const lines = Object.entries(providerFiles(root, 'acme notes').edits ?? {}).map(([file, edit]) => {
    const before = readFileSync(path.join(root, file), 'utf8');
    const known = new Set(before.split('\n'));
    return {
      file,
      added: edit(before)
        .split('\n')
        .filter((line) => !known.has(line)).length,
    };
  });
  const all = lines.reduce((sum, { added }) => sum + added, 0);
  return [
    {
      what: 'lines a new provider costs outside its own folders',
      measured: `${all}: ${lines.map(({ file, added }) => `${added} in ${file}`).join(', ')}`,
      bar: String(most),
      ok: all <= most,
    },
  ];
}
