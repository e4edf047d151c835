import type { SandboxKit } from '../kit/world.ts';
import { invalid, nameInUse, notFound, stale } from './errors.ts';
import { childrenOf, foldersOf, isBinned, itemOf, type Drive, type Item } from './state.ts';

/** A file or folder that is there. @throws {Refusal} 404. */
export function present(drive: Drive, type: Item['type'], id: string): Item {
  const item = itemOf(drive, type, id);
  if (!item || isBinned(drive, item)) throw notFound();
  return item;
}

/** Something that lies in the bin. @throws {Refusal} 404. */
export function binned(drive: Drive, type: Item['type'], id: string): Item {
  const item = itemOf(drive, type, id);
  if (!item?.trashedAt) throw notFound();
  return item;
}

/** Marks a change. */
export function touch(kit: SandboxKit, item: Item): void {
  item.etag += 1;
  item.modifiedAt = new Date(kit.clock()).toISOString();
  kit.store.changed();
}

/** @throws {Refusal} 400 for a name Box does not take, 409 for one that is taken in the folder. */
export function checkName(drive: Drive, folderId: string, name: string, self?: Item): void {
  const bad = name.length > 255 || /[/\\\p{Cc}]/u.test(name) || name.trim() !== name || ['', '.', '..'].includes(name);
  if (bad) throw invalid('Item name invalid', 'item_name_invalid');
  const wanted = name.toLowerCase();
  const other = childrenOf(drive, folderId).find((one) => one !== self && one.name.toLowerCase() === wanted);
  if (!other) return;
  const { type, id, etag } = other;
  const conflict = { type, id, sequence_id: String(etag), etag: String(etag), name: other.name };
  throw nameInUse(type === 'file' ? { ...conflict, sha1: other.sha1 } : [conflict]);
}

/** @throws {Refusal} 412 where the item changed since. */
export function checkEtag(item: Item, ifMatch: string | string[] | undefined): void {
  if (ifMatch !== undefined && ifMatch !== String(item.etag)) throw stale();
}

/** @throws {Refusal} 400 or 403 for a move into itself, or of the top folder. */
export function checkMove(drive: Drive, item: Item, to: Item): void {
  if (item.parentId === null) throw invalid('The top folder cannot be moved.', 'forbidden', 403);
  if (item.type === 'folder' && [to, ...foldersOf(drive, to)].includes(item))
    throw invalid('A folder cannot be moved into itself.', 'cyclical_folder_structure');
}
