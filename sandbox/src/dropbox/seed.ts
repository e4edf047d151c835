import type { SandboxKit } from '../kit/world.ts';
import { studioFiles, studioFolders } from '../seed/folders.ts';
import { momentAgo } from '../seed/projects.ts';
import type { DropboxAccount } from './accounts.ts';
import { contentHash, next, revOf, type Box, type Revision } from './state.ts';

const slug = (name: string): string =>
  name
    .replace(/\.\w+$/, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');

/** The studio's files; Jonas has those of Harborline and of the studio itself. Ids are `id:<person>-<name>`. */
export function seedOf(kit: SandboxKit, { key }: DropboxAccount): Box {
  const box: Box = { entries: {}, gone: {}, sessions: {}, links: [], counter: 0xa0 };
  const sees = (folder: readonly string[]): boolean => key === 'ada' || folder[0] !== 'Quillworks';
  for (const folder of studioFolders().filter(sees)) {
    const path = `/${folder.join('/')}`;
    box.entries[path.toLowerCase()] = { id: `id:${key}-folder-${slug(folder.join(' '))}`, path };
  }
  const files = studioFiles().filter(({ folder }) => sees(folder));
  for (const [at, file] of files.entries()) {
    const path = `/${[...file.folder, file.name].join('/')}`;
    const id = `id:${key}-${slug(file.name) || `file-${at}`}`;
    const made = (bytes: Buffer, daysAgo: number): Revision => ({
      rev: revOf(next(box)),
      id,
      blob: kit.store.putBlob(bytes),
      size: bytes.length,
      hash: contentHash(bytes),
      clientModified: `${momentAgo(kit.clock(), daysAgo).slice(0, 19)}Z`,
      serverModified: `${momentAgo(kit.clock(), daysAgo).slice(0, 19)}Z`,
    });
    // The export sample was sent twice: first without its last line.
    const first = file.name === 'export-sample.csv' ? [made(file.bytes.subarray(0, 60), file.daysAgo + 2)] : [];
    box.entries[path.toLowerCase()] = { id, path, revisions: [...first, made(file.bytes, file.daysAgo)] };
  }
  if (key === 'ada') {
    box.links.push({
      id: 'id:ada-proof-pages',
      url: 'https://www.dropbox.com/scl/fi/adaproofs/Proof%20pages.pdf?rlkey=ada&dl=0',
    });
  }
  return box;
}
