import type { SandboxKit } from '../../kit/world.ts';
import type { GoogleAccount } from '../accounts.ts';
import { GoogleError } from '../errors.ts';
import type { DriveState, Role, StoredFile } from './model.ts';
import { driveState, rootOf } from './state.ts';

const auth = (name: string): string => `https://www.googleapis.com/auth/${name}`;
const readsAll = ['drive', 'drive.readonly', 'drive.metadata', 'drive.metadata.readonly'].map(auth);
const writesAll = ['drive', 'drive.metadata'].map(auth);

/** Who looks, and how far the token lets them. */
export interface Viewer {
  readonly account: GoogleAccount;
  readonly scopes: ReadonlySet<string>;
}

const ranks: readonly Role[] = ['reader', 'commenter', 'writer', 'fileOrganizer', 'organizer', 'owner'];
export const atLeast = (role: Role | undefined, needed: Role): boolean =>
  role !== undefined && ranks.indexOf(role) >= ranks.indexOf(needed);

/** What an address may do with a file: by itself, by a folder above it, or by its drive. */
export function roleOf(state: DriveState, file: StoredFile, email: string): Role | undefined {
  const roles: Role[] = file.owner === email ? ['owner'] : [];
  for (let one: StoredFile | undefined = file; one; one = one.parent ? state.files[one.parent] : undefined) {
    roles.push(...one.permissions.filter((right) => right.emailAddress === email).map(({ role }) => role));
  }
  const member = file.driveId ? state.drives[file.driveId]?.members[email] : undefined;
  if (member) roles.push(member);
  return roles.sort((a, b) => ranks.indexOf(b) - ranks.indexOf(a))[0];
}

/** True where it or a folder above it lies in the bin. */
export const isTrashed = (state: DriveState, file: StoredFile): boolean =>
  file.trashed === true ||
  (file.parent !== undefined && state.files[file.parent] !== undefined && isTrashed(state, state.files[file.parent]!));

/** True where the token lets its app see the file. */
export const isSeen = ({ scopes }: Viewer, file: StoredFile): boolean =>
  file.byApp || readsAll.some((scope) => scopes.has(scope));

export const fileNotFound = (id: string): GoogleError =>
  new GoogleError(404, 'notFound', `File not found: ${id}.`, { location: 'fileId' });

export interface Wanted {
  readonly supportsAllDrives?: boolean | undefined;
  readonly needed?: Role;
  /** True where the file is to be changed, for which seeing it is not enough. */
  readonly write?: boolean;
}

/** The file a viewer means by an id. @throws {GoogleError} 404 where they may not see it, 403 where they may do less. */
export function fileFor(kit: SandboxKit, viewer: Viewer, id: string, wanted: Wanted = {}): StoredFile {
  const state = driveState(kit);
  const name = id === 'root' ? rootOf(viewer.account.email) : id;
  const file = Object.hasOwn(state.files, name) ? state.files[name]! : undefined;
  const isRoot = file !== undefined && !file.parent;
  const role = file && roleOf(state, file, viewer.account.email);
  if (!file || !role || !(isSeen(viewer, file) || isRoot)) throw fileNotFound(id);
  if (file.driveId && wanted.supportsAllDrives !== true) throw fileNotFound(id);
  if (wanted.write && !isRoot && !file.byApp && !writesAll.some((scope) => viewer.scopes.has(scope)))
    throw new GoogleError(
      403,
      'appNotAuthorizedToFile',
      `The user has not granted the app write access to the file ${id}.`,
    );
  if (!atLeast(role, wanted.needed ?? 'reader'))
    throw new GoogleError(
      403,
      'insufficientFilePermissions',
      'The user does not have sufficient permissions for this file.',
    );
  return file;
}
