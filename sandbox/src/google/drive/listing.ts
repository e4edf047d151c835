import type { SandboxKit } from '../../kit/world.ts';
import { GoogleError } from '../errors.ts';
import { isSeen, roleOf, type Viewer } from './access.ts';
import type { StoredFile } from './model.ts';
import type { ListFiles } from './queries.ts';
import { looksIntoContent, parseQuery } from './query.ts';
import { driveState } from './state.ts';

const orders: Readonly<Record<string, (a: StoredFile, b: StoredFile) => number>> = {
  createdTime: (a, b) => compare(a.createdTime, b.createdTime),
  folder: (a, b) => Number(b.mimeType.endsWith('.folder')) - Number(a.mimeType.endsWith('.folder')),
  modifiedTime: (a, b) => compare(a.modifiedTime, b.modifiedTime),
  modifiedByMeTime: (a, b) => compare(a.modifiedTime, b.modifiedTime),
  name: (a, b) => compare(a.name, b.name),
  name_natural: (a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }),
  quotaBytesUsed: (a, b) => (a.size ?? 0) - (b.size ?? 0),
  recency: (a, b) => compare(a.modifiedTime, b.modifiedTime),
  sharedWithMeTime: (a, b) => compare(a.createdTime, b.createdTime),
  starred: (a, b) => a.starred.length - b.starred.length,
  viewedByMeTime: (a, b) => compare(a.modifiedTime, b.modifiedTime),
};
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const wrong = (message: string, location: string, code = 400): GoogleError =>
  new GoogleError(code, code === 403 ? 'forbidden' : 'invalid', message, { location });

function order(files: StoredFile[], orderBy: string | undefined): StoredFile[] {
  const keys = (orderBy ?? 'modifiedTime desc').split(',').map((key) => key.trim().split(/\s+/));
  for (const [name = '', direction, ...rest] of keys)
    if (!Object.hasOwn(orders, name) || (direction && direction !== 'desc') || rest.length > 0)
      throw wrong('Invalid Value', 'orderBy');
  return files.sort((a, b) => {
    for (const [name, direction] of keys) {
      const difference = orders[name!]!(a, b) * (direction ? -1 : 1);
      if (difference !== 0) return difference;
    }
    return compare(a.id, b.id);
  });
}

/** The files a listing finds, in order. @throws {GoogleError} for parameters that do not go together. */
export function foundFiles(kit: SandboxKit, viewer: Viewer, query: ListFiles): StoredFile[] {
  const corpora = query.corpora ?? 'user';
  const all = query.supportsAllDrives ?? query.supportsTeamDrives ?? false;
  if (query.includeItemsFromAllDrives && !all)
    throw wrong('The supportsAllDrives parameter must be set to true.', 'includeItemsFromAllDrives', 403);
  if (corpora === 'allDrives' && !query.includeItemsFromAllDrives)
    throw wrong(
      'The includeItemsFromAllDrives parameter must be set to true when corpora is allDrives.',
      'corpora',
      403,
    );
  if ((corpora === 'drive') !== (query.driveId !== undefined))
    throw wrong('The driveId parameter must be specified if and only if corpora is set to drive.', 'driveId', 403);
  if (query.orderBy && query.q && looksIntoContent(query.q))
    throw wrong(
      'Sorting is not supported for queries with fullText terms. Results are always in descending relevance order.',
      'orderBy',
      403,
    );

  const { email } = viewer.account;
  const state = driveState(kit);
  const predicate = query.q ? parseQuery(query.q) : () => true;
  const within = (file: StoredFile): boolean => {
    if (!file.driveId) return corpora !== 'drive';
    if (!query.includeItemsFromAllDrives) return false;
    return corpora === 'allDrives' || (corpora === 'drive' ? file.driveId === query.driveId : file.createdBy === email);
  };
  const content = (file: StoredFile): string =>
    file.text ?? (file.blob && file.mimeType.startsWith('text/') ? kit.store.blob(file.blob).toString('utf8') : '');
  const found = Object.values(state.files).filter(
    (file) =>
      file.parent !== undefined &&
      roleOf(state, file, email) !== undefined &&
      isSeen(viewer, file) &&
      within(file) &&
      predicate({ state, file, email, content }),
  );
  return order(found, query.orderBy);
}
