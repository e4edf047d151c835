import { createHash } from 'node:crypto';
import { studioFiles, studioFolders } from '../seed/folders.ts';
import { momentAgo } from '../seed/projects.ts';
import { note } from '../seed/files.ts';
import type { SandboxKit } from '../kit/world.ts';
import type { BoxAccount } from './accounts.ts';

export interface Comment {
  readonly id: string;
  readonly by: string;
  readonly text: string;
  readonly createdAt: string;
}

export interface Item {
  readonly id: string;
  readonly type: 'file' | 'folder';
  name: string;
  /** The folder it lies in; null for the top one. */
  parentId: string | null;
  /** Counts the changes. */
  etag: number;
  readonly createdAt: string;
  modifiedAt: string;
  description: string;
  sharedLink?: { url: string; access: string };
  trashedAt?: string;
  /** Of a file: its content, and how it was before. */
  blob?: string;
  size?: number;
  sha1?: string;
  mediaType?: string;
  versions?: { id: string; blob: string; sha1: string; size: number }[];
  comments?: Comment[];
}

export interface Session {
  readonly id: string;
  readonly folderId: string | null;
  readonly fileId: string | null;
  readonly name: string;
  readonly size: number;
  readonly partSize: number;
  readonly expiresAt: number;
  /** By the place where they begin. */
  readonly parts: Record<string, { part_id: string; offset: number; size: number; sha1: string; blob: string }>;
  /** How often a commit is put off. */
  waits: number;
}

export interface Drive {
  nextId: number;
  readonly items: Record<string, Item>;
  readonly sessions: Record<string, Session>;
  /** Signed links to content, by their name. */
  readonly links: Record<string, { readonly itemId: string; readonly expiresAt: number }>;
}

export const topFolder = '0';
const key = ({ type, id }: Pick<Item, 'type' | 'id'>): string => `${type}:${id}`;

/** Everything an account has; made from the shared seed on first use. */
export const driveOf = (kit: SandboxKit, account: BoxAccount): Drive =>
  kit.store.part(`box.${account.id}`, () => seeded(kit, account));

export const sha1Of = (bytes: Buffer): string => createHash('sha1').update(bytes).digest('hex');

/** The members of a file that follow from its content. */
export const contentOf = (kit: SandboxKit, bytes: Buffer) => ({
  blob: kit.store.putBlob(bytes),
  size: bytes.length,
  sha1: sha1Of(bytes),
});

/** Folders from 5001 on, files from 7001 on, what is binned from 7900 on. */
function seeded(kit: SandboxKit, { firstId }: BoxAccount): Drive {
  const now = kit.clock();
  const drive: Drive = { nextId: firstId + 90_001, items: {}, sessions: {}, links: {} };
  const add = (item: Item): void => void (drive.items[key(item)] = item);
  const made = (daysAgo: number) => ({
    etag: 0,
    createdAt: momentAgo(now, daysAgo),
    modifiedAt: momentAgo(now, daysAgo),
    description: '',
  });
  add({ id: topFolder, type: 'folder', name: 'All Files', parentId: null, ...made(400) });
  const ids = new Map<string, string>([['', topFolder]]);
  for (const [at, folder] of studioFolders().entries()) {
    const id = String(firstId + 5001 + at);
    ids.set(folder.join('/'), id);
    const parentId = ids.get(folder.slice(0, -1).join('/'))!;
    add({ id, type: 'folder', name: folder.at(-1)!, parentId, ...made(60) });
  }
  for (const [at, { folder, name, type: mediaType, bytes, daysAgo }] of studioFiles().entries()) {
    const parentId = ids.get(folder.join('/'))!;
    const file = { id: String(firstId + 7001 + at), type: 'file' as const, name, parentId, mediaType };
    add({ ...file, ...made(daysAgo), ...contentOf(kit, bytes), versions: [], comments: [] });
  }
  const first = drive.items[`file:${firstId + 7001}`]!;
  first.sharedLink = { url: `https://app.box.com/s/seed${firstId}readme`, access: 'company' };
  const agenda = drive.items[`file:${firstId + 7003}`]!;
  const text = 'Could we begin with the launch date?';
  agenda.comments!.push({ id: String(firstId + 8001), by: 'Jonas Weld', text, createdAt: momentAgo(now, 1) });
  const old = note('Old price list.txt', 'Out of date since spring.\n');
  const binned = { id: String(firstId + 7900), type: 'file' as const, name: old.name, parentId: ids.get('Studio')! };
  const content = { ...contentOf(kit, old.bytes), mediaType: old.type, versions: [], comments: [] };
  add({ ...binned, ...made(90), ...content, trashedAt: momentAgo(now, 5) });
  return drive;
}

export const itemOf = (drive: Drive, type: Item['type'], id: string): Item | undefined =>
  Object.hasOwn(drive.items, `${type}:${id}`) ? drive.items[`${type}:${id}`] : undefined;

/** True where it, or a folder it lies in, is binned. */
export const isBinned = (drive: Drive, item: Item): boolean =>
  item.trashedAt !== undefined || (item.parentId !== null && isBinned(drive, drive.items[`folder:${item.parentId}`]!));

/** What lies in a folder, folders first, by name. */
export const childrenOf = (drive: Drive, folderId: string): Item[] =>
  Object.values(drive.items)
    .filter(({ parentId, trashedAt }) => parentId === folderId && trashedAt === undefined)
    .sort((a, b) => b.type.localeCompare(a.type) || a.name.localeCompare(b.name));

export function newId(kit: SandboxKit, drive: Drive): string {
  kit.store.changed();
  return String(drive.nextId++);
}

/** The folders an item lies in, the top one first. */
export function foldersOf(drive: Drive, item: Item): Item[] {
  if (item.parentId === null) return [];
  const parent = drive.items[`folder:${item.parentId}`]!;
  return [...foldersOf(drive, parent), parent];
}
