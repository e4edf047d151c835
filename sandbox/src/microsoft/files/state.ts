import { nameFor } from '../../kit/random.ts';
import type { SandboxKit } from '../../kit/world.ts';
import { studioFiles, studioFolders } from '../../seed/folders.ts';
import { momentAgo } from '../../seed/projects.ts';
import { note } from '../../seed/files.ts';
import { accounts, type MicrosoftAccount } from '../accounts.ts';
import { noFile } from '../errors.ts';

export interface Item {
  readonly id: string;
  name: string;
  /** The folder it lies in; null for the top one. */
  parent: string | null;
  readonly created: string;
  modified: string;
  version: number;
  /** Of a file. */
  content?: { blob: string; size: number; mediaType: string };
  readonly links: Link[];
  /** When it was put into the bin. */
  binned?: string;
}

export interface Link {
  readonly id: string;
  readonly type: 'view' | 'edit';
  readonly scope: 'anonymous' | 'organization';
}

/** An upload in pieces that is under way. */
export interface Session {
  readonly parent: string;
  readonly name: string;
  readonly replaces: boolean;
  readonly expiresAt: number;
  total?: number;
  readonly blobs: string[];
  received: number;
}

export interface Drive {
  next: number;
  readonly items: Record<string, Item>;
  readonly sessions: Record<string, Session>;
  /** Signed addresses of contents, by their token. */
  readonly downloads: Record<string, { readonly item: string; readonly expiresAt: number }>;
}

type Drives = Record<string, Drive>;
export const rootId = '01ROOT';

export const driveOf = (kit: SandboxKit, { id }: Pick<MicrosoftAccount, 'id'>): Drive =>
  kit.store.part<Drives>('microsoft.files', () => Object.fromEntries(accounts.map((one) => [one.id, seeded(kit, one)])))[id]!; // prettier-ignore

/** An id that tells what it stands for, as `01ADA-HARBORLINE-CONTRACTPDF`. */
function idOf(owner: MicrosoftAccount, path: readonly string[]): string {
  const parts = path.map((name) => name.replaceAll(/[^A-Za-z0-9]/g, '').toUpperCase());
  const said = parts.every((part) => part.length > 3) ? parts.join('-') : nameFor(path.join('/'), 20).toUpperCase();
  return `01${owner.name.split(' ')[0]!.toUpperCase()}-${said}`;
}

function seeded(kit: SandboxKit, owner: MicrosoftAccount): Drive {
  const now = kit.clock();
  const drive: Drive = { next: 0, items: {}, sessions: {}, downloads: {} };
  const put = (item: Pick<Item, 'id' | 'name' | 'parent' | 'content'>, daysAgo: number): void => {
    const at = momentAgo(now, daysAgo);
    drive.items[item.id] = { ...item, created: at, modified: at, version: 1, links: [] };
  };
  const idAt = (path: readonly string[]): string => (path.length === 0 ? rootId : idOf(owner, path));
  put({ id: rootId, name: 'root', parent: null }, 90);
  if (owner !== accounts[0]) {
    const { name, type, bytes } = note('Packing list.txt', 'Passport, chargers, rain jacket.\n');
    put({ id: idOf(owner, [name]), name, parent: rootId, content: contentOf(kit, bytes, type) }, 5);
    return drive;
  }
  for (const path of studioFolders()) put({ id: idAt(path), name: path.at(-1)!, parent: idAt(path.slice(0, -1)) }, 40);
  for (const { folder, name, type, bytes, daysAgo } of studioFiles())
    put({ id: idAt([...folder, name]), name, parent: idAt(folder), content: contentOf(kit, bytes, type) }, daysAgo);
  return drive;
}

export const contentOf = (kit: SandboxKit, bytes: Buffer, mediaType: string) => ({
  blob: kit.store.putBlob(bytes),
  size: bytes.length,
  mediaType,
});

export const newItemId = (drive: Drive): string => `01${nameFor(`item ${(drive.next += 1)}`, 32).toUpperCase()}`;

export const childrenOf = (drive: Drive, folder: string): Item[] =>
  Object.values(drive.items)
    .filter(({ parent, binned }) => parent === folder && binned === undefined)
    .sort((a, b) => Number(Boolean(a.content)) - Number(Boolean(b.content)) || a.name.localeCompare(b.name));

/** An item that is there and not in the bin, nor in a folder that is; `root` is the top folder. @throws {Refusal} 404. */
export function itemBy(drive: Drive, id: string): Item {
  const found = id === 'root' ? drive.items[rootId] : Object.hasOwn(drive.items, id) ? drive.items[id] : undefined;
  for (let at = found; at; at = at.parent === null ? undefined : drive.items[at.parent])
    if (at.binned !== undefined) throw noFile();
  if (!found) throw noFile();
  return found;
}

/** Names from the top down to an item. */
export function pathOf(drive: Drive, item: Item): string[] {
  return item.parent === null ? [] : [...pathOf(drive, drive.items[item.parent]!), item.name];
}
