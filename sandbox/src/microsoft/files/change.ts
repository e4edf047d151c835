import type { SandboxKit } from '../../kit/world.ts';
import { invalid } from '../errors.ts';
import { childrenOf, contentOf, itemBy, newItemId, pathOf, type Drive, type Item } from './state.ts';

/** @throws {Refusal} 400 for a name that OneDrive does not take. */
function checkName(name: string): void {
  if (/^\s|[\s.]$|["*:<>?/\\|\p{Cc}]/u.test(name) || name === '' || name.length > 255)
    throw invalid('The provided name cannot contain any of the following characters.', 'invalidRequest');
}

export const named = (drive: Drive, folder: string, name: string): Item | undefined =>
  childrenOf(drive, folder).find((item) => item.name.toLowerCase() === name.toLowerCase());

/** A folder. @throws {Refusal} 404, 400 for a file. */
export function folderBy(drive: Drive, id: string): Item {
  const folder = itemBy(drive, id);
  if (folder.content) throw invalid('The resource is not a folder.', 'invalidRequest');
  return folder;
}

/** Which name a new item gets, or the item that it replaces. @throws {Refusal} 409 where the name is taken. */
export function placeFor(drive: Drive, folder: Item, name: string, behavior: string): Item | string {
  checkName(name);
  const there = named(drive, folder.id, name);
  if (!there) return name;
  if (behavior === 'replace' && there.content) return there;
  if (behavior !== 'rename')
    throw invalid('An item with the same name already exists under the parent', 'nameAlreadyExists', 409);
  const dot = name.lastIndexOf('.') > 0 ? name.lastIndexOf('.') : name.length;
  for (let at = 1; ; at += 1) {
    const other = `${name.slice(0, dot)} ${at}${name.slice(dot)}`;
    if (!named(drive, folder.id, other)) return other;
  }
}

/** Puts a folder or a file there. */
export function add(kit: SandboxKit, drive: Drive, folder: Item, name: string, content?: Item['content']): Item {
  const at = new Date(kit.clock()).toISOString();
  const item: Item = { id: newItemId(drive), name, parent: folder.id, created: at, modified: at, version: 1, links: [], ...(content && { content }) }; // prettier-ignore
  drive.items[item.id] = item;
  kit.store.changed();
  return item;
}

/** A file in a folder, new or with new content. @throws {Refusal} 400, 409. */
export function store(
  kit: SandboxKit,
  drive: Drive,
  to: { readonly folder: Item; readonly name: string; readonly behavior: string; readonly mediaType: string },
  bytes: Buffer,
): { item: Item; isNew: boolean } {
  const place = placeFor(drive, to.folder, to.name, to.behavior);
  const content = contentOf(kit, bytes, to.mediaType);
  if (typeof place === 'string') return { item: add(kit, drive, to.folder, place, content), isNew: true };
  place.content = content;
  touch(kit, place);
  return { item: place, isNew: false };
}

/** Gives an item another name or folder. @throws {Refusal} 400, 403, 404, 409. */
export function move(
  kit: SandboxKit,
  drive: Drive,
  item: Item,
  to: { name?: string | undefined; parent?: string | undefined },
): void {
  if (item.parent === null) throw invalid('The root folder cannot be changed.', 'accessDenied', 403);
  const folder = folderBy(drive, to.parent ?? item.parent);
  for (let at: Item | undefined = folder; at; at = at.parent === null ? undefined : drive.items[at.parent])
    if (at === item) throw invalid('A folder cannot be moved into itself.', 'invalidRequest');
  const name = to.name ?? item.name;
  checkName(name);
  const there = named(drive, folder.id, name);
  if (there && there !== item)
    throw invalid('An item with the same name already exists under the parent', 'nameAlreadyExists', 409);
  Object.assign(item, { name, parent: folder.id });
  touch(kit, item);
}

function touch(kit: SandboxKit, item: Item): void {
  item.modified = new Date(kit.clock()).toISOString();
  item.version += 1;
  kit.store.changed();
}

/** True where every word is in the name, the folders above or the text of an item. */
export function mentions(kit: SandboxKit, drive: Drive, item: Item, query: string): boolean {
  const inside = item.content?.mediaType.startsWith('text/') ? kit.store.blob(item.content.blob).toString('utf8') : '';
  const text = `${pathOf(drive, item).at(-1) ?? ''}\n${inside}`.toLowerCase();
  return query.toLowerCase().split(/\s+/).filter(Boolean).every((word) => text.includes(word)); // prettier-ignore
}
