import { HubError } from '@switchboard/contracts';
import type { Context } from './calls.ts';
import { fetchFolders, folderNamed, wellKnownFolder, wellKnownId, type Folder } from './folders.ts';
import type { Place } from './places.ts';

/** What a name stands for: a folder, `unread`, `flagged`, or else a category. */
export type Label =
  | { readonly kind: 'folder'; readonly id: string; readonly isInbox: boolean }
  | { readonly kind: 'unread' | 'flagged' }
  | { readonly kind: 'category'; readonly name: string };

const marks: Readonly<Record<string, Label>> = {
  unread: { kind: 'unread' },
  flagged: { kind: 'flagged' },
  starred: { kind: 'flagged' },
};

/** What names stand for; a name that is no folder is a category. */
export async function labelsOf(context: Context, names: readonly string[]): Promise<Label[]> {
  const wanted = [...new Set(names.map((name) => name.trim()).filter(Boolean))];
  let folders: Folder[] | undefined;
  const labels: Label[] = [];
  for (const name of wanted) {
    const key = name.toLowerCase();
    const known = wellKnownFolder(name);
    const id = known && (await wellKnownId(context, known));
    if (Object.hasOwn(marks, key)) labels.push(marks[key]!);
    else if (id) labels.push({ kind: 'folder', id, isInbox: known === 'inbox' });
    else {
      const folder = folderNamed((folders ??= await fetchFolders(context)), name);
      labels.push(folder ? { kind: 'folder', id: folder.id, isInbox: false } : { kind: 'category', name });
    }
  }
  return labels;
}

export interface Change {
  /** Members of the message, where they change. */
  readonly json?: object;
  /** The folder that the message goes to, where it changes. */
  readonly folderId?: string;
}

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** What labels mean for one message. A message lies in one folder: taken out of the inbox it goes to the archive, out of another to the inbox. */
export function changeOf(place: Place, add: readonly Label[], remove: readonly Label[]): Change {
  const has = (labels: readonly Label[], kind: Label['kind']): boolean => labels.some((label) => label.kind === kind);
  const nameOf = (label: Label): string[] => (label.kind === 'category' ? [label.name] : []);
  const removed = remove.flatMap(nameOf);
  const kept = place.categories.filter((name) => !removed.some((one) => same(one, name)));
  const added = add.flatMap(nameOf).filter((name) => !kept.some((one) => same(one, name)));
  const isRead = has(add, 'unread') ? false : has(remove, 'unread') ? true : place.isRead;
  const flagStatus = has(add, 'flagged') ? 'flagged' : has(remove, 'flagged') ? 'notFlagged' : place.flagStatus;
  const json = {
    ...((added.length > 0 || kept.length < place.categories.length) && { categories: [...kept, ...added] }),
    ...(isRead !== place.isRead && { isRead }),
    ...(flagStatus !== place.flagStatus && { flag: { flagStatus } }),
  };
  const folderId = folderFor(place, add, remove);
  return {
    ...(Object.keys(json).length > 0 && { json }),
    ...(folderId !== undefined && folderId !== place.folderId && { folderId }),
  };
}

function folderFor({ folderId }: Place, add: readonly Label[], remove: readonly Label[]): string | undefined {
  const target = add.find((label) => label.kind === 'folder');
  if (target) return target.id;
  const left = remove.find((label) => label.kind === 'folder' && label.id === folderId);
  return left?.kind === 'folder' ? (left.isInbox ? 'archive' : 'inbox') : undefined;
}

/** @throws HubError `input_invalid` where messages should lie in two folders. */
export function checkOneFolder(add: readonly Label[]): void {
  if (add.filter(({ kind }) => kind === 'folder').length <= 1) return;
  const message = 'A message lies in one folder.';
  throw new HubError('input_invalid', message, { errors: [{ path: '/add', message }] });
}
