import type { SandboxKit } from '../kit/world.ts';
import { atPath, type Tagged } from './refusals.ts';
import { contentHash, next, revOf, stamp, type Box, type Entry, type Revision } from './state.ts';

export const keyOf = (path: string): string => path.toLowerCase();
export const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
const parentOf = (path: string): string => path.slice(0, path.lastIndexOf('/'));
export const newest = ({ revisions }: Entry): Revision | undefined => revisions?.at(-1);

const byId = (box: Box, id: string): Entry | undefined => Object.values(box.entries).find((entry) => entry.id === id);

/** What lies at a path, an id, or a path below an id. */
export function entryAt(box: Box, path: string): Entry | undefined {
  if (!path.startsWith('id:')) return box.entries[keyOf(path)];
  const [id = '', ...below] = path.split('/');
  const found = byId(box, id);
  return found && below.length > 0 ? box.entries[keyOf([found.path, ...below].join('/'))] : found;
}

/** @throws {Refusal} `path/not_found`, or with another tag. */
export function lookUp(box: Box, path: string, tag = 'path'): Entry {
  const found = entryAt(box, path);
  if (!found) throw atPath('not_found', tag);
  return found;
}

/** Everything below a folder; directly in it unless `deep`. The root is empty. */
export function below(box: Box, folder: string, deep: boolean): Entry[] {
  const prefix = `${keyOf(folder)}/`;
  return Object.entries(box.entries)
    .filter(([key]) => key.startsWith(prefix) && (deep || !key.slice(prefix.length).includes('/')))
    .map(([, entry]) => entry)
    .sort((a, b) => keyOf(a.path).localeCompare(keyOf(b.path), 'en'));
}

/** A path that may be written, with the letters its folders already have. @throws {Refusal} what `fail` makes of a write error. */
export function writable(box: Box, path: string, fail: (reason: Tagged) => Error): string {
  const names = (path.startsWith('id:') ? (entryAt(box, path)?.path ?? path) : path).split('/').slice(1);
  if (names.length === 0 || names.some((name) => name === '')) throw fail('malformed_path');
  if (names.some((name) => name.length > 255 || /^\.{1,2}$|[\\\p{Cc}\p{Cs}]|[ .]$/u.test(name)))
    throw fail('disallowed_name');
  return names.reduce((above, name, at) => {
    const known = box.entries[keyOf(`${above}/${name}`)];
    if (known?.revisions && at < names.length - 1)
      throw fail({ '.tag': 'conflict', conflict: { '.tag': 'file_ancestor' } });
    return at < names.length - 1 && known ? known.path : `${above}/${name}`;
  }, '');
}

/** Makes the folders that a path needs. */
export function makeParents(box: Box, path: string): void {
  const parent = parentOf(path);
  if (parent === '' || box.entries[keyOf(parent)]) return;
  makeParents(box, parent);
  makeFolder(box, parent);
}

export function makeFolder(box: Box, path: string): Entry {
  const entry: Entry = { id: `id:folder${String(next(box)).padStart(16, '0')}`, path };
  box.entries[keyOf(path)] = entry;
  return entry;
}

/** Puts bytes at a path as its newest revision. */
export function putFile(kit: SandboxKit, box: Box, path: string, bytes: Buffer, clientModified?: string): Entry {
  const key = keyOf(path);
  makeParents(box, path);
  const there = box.entries[key];
  const now = stamp(kit.clock());
  const id = there?.id ?? `id:file${String(next(box)).padStart(18, '0')}`;
  const revision: Revision = {
    rev: revOf(next(box)),
    id,
    blob: kit.store.putBlob(bytes),
    size: bytes.length,
    hash: contentHash(bytes),
    clientModified: clientModified ?? now,
    serverModified: now,
  };
  const entry: Entry = { id, path: there?.path ?? path, revisions: [...(there?.revisions ?? []), revision] };
  box.entries[key] = entry;
  return entry;
}

/** Takes an entry and all below it away; revisions of files stay known by their path. */
export function remove(box: Box, { path }: Entry): void {
  for (const entry of [box.entries[keyOf(path)]!, ...below(box, path, true)]) {
    const key = keyOf(entry.path);
    delete box.entries[key];
    if (entry.revisions) box.gone[key] = [...(box.gone[key] ?? []), ...entry.revisions];
  }
}

/** Gives an entry and all below it another place; a copy gets ids of its own. */
export function relocate(box: Box, from: Entry, to: string, copy: boolean): Entry {
  const all = [from, ...below(box, from.path, true)].map((entry) => structuredClone(entry));
  if (!copy) for (const { path } of all) delete box.entries[keyOf(path)];
  makeParents(box, to);
  for (const entry of all) {
    const path = to + entry.path.slice(from.path.length);
    const id = copy ? `id:copy${String(next(box)).padStart(18, '0')}` : entry.id;
    const newestOnly = entry.revisions?.slice(-1).map((revision) => ({ ...revision, id, rev: revOf(next(box)) }));
    const revisions = copy ? newestOnly : entry.revisions;
    box.entries[keyOf(path)] = { id, path, ...(revisions && { revisions }) };
  }
  return box.entries[keyOf(to)]!;
}

/** `a (1).txt` where `a.txt` is taken. */
export function freeName(box: Box, path: string): string {
  const [, stem = path, extension = ''] = /^(.*?)(\.[^./]*)?$/s.exec(path) ?? [];
  for (let count = 1; ; count += 1) {
    const name = `${stem} (${count})${extension}`;
    if (!box.entries[keyOf(name)]) return name;
  }
}
