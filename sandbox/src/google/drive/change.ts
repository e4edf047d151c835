import { GoogleError } from '../errors.ts';
import type { SandboxKit } from '../../kit/world.ts';
import { atLeast, fileFor, fileNotFound, roleOf, type Viewer } from './access.ts';
import type { FileBody } from './bodies.ts';
import { folderType, isEditorFile, type StoredFile } from './model.ts';
import { driveState, newFileId, rootOf, setContent, touch } from './state.ts';

const refused = (reason: string, message: string, code = 403): GoogleError => new GoogleError(code, reason, message);

export interface Content {
  readonly bytes: Buffer;
  readonly mediaType: string;
}

interface Making {
  readonly supportsAllDrives?: boolean | undefined;
  readonly content?: Content | undefined;
}

/** The folder something is to lie in. @throws {GoogleError} 404 or 403 where the viewer may not put anything there. */
function folderFor(kit: SandboxKit, viewer: Viewer, id: string, supportsAllDrives?: boolean): StoredFile {
  const folder = fileFor(kit, viewer, id, { supportsAllDrives, needed: 'writer', write: true });
  if (folder.mimeType !== folderType) throw refused('parentNotAFolder', 'The specified parent is not a folder.');
  return folder;
}

/** Makes a file from what a client says of it. @throws {GoogleError} where the id is taken or was never given. */
export function createFile(
  kit: SandboxKit,
  viewer: Viewer,
  body: FileBody,
  { supportsAllDrives, content }: Making,
): StoredFile {
  const state = driveState(kit);
  const { email } = viewer.account;
  const [parent = rootOf(email), ...more] = body.parents ?? [];
  if (more.length > 0) throw refused('multipleParentsNotSupported', 'A file cannot have several parents.', 400);
  const folder = folderFor(kit, viewer, parent, supportsAllDrives);
  const id = idFor(kit, body.id);
  const now = new Date(kit.clock()).toISOString();
  const file: StoredFile = {
    id,
    name: body.name ?? 'Untitled',
    mimeType: body.mimeType ?? content?.mediaType ?? 'application/octet-stream',
    parent: folder.id,
    ...(folder.driveId ? { driveId: folder.driveId } : { owner: email }),
    createdBy: email,
    modifiedBy: email,
    createdTime: body.createdTime ?? now,
    modifiedTime: body.modifiedTime ?? now,
    ...(typeof body.description === 'string' && { description: body.description }),
    starred: body.starred ? [email] : [],
    byApp: true,
    appProperties: texts(body.appProperties),
    properties: texts(body.properties),
    permissions: folder.driveId ? [] : [{ id: viewer.account.id, type: 'user', role: 'owner', emailAddress: email }],
    version: 1,
  };
  if (isEditorFile(file)) file.text = content?.bytes.toString('utf8') ?? '';
  else if (file.mimeType !== folderType) setContent(kit, file, content?.bytes ?? Buffer.alloc(0));
  state.files[id] = file;
  state.generated = state.generated.filter((one) => one !== id);
  kit.store.changed();
  return file;
}

function idFor(kit: SandboxKit, wanted: string | null | undefined): string {
  const state = driveState(kit);
  if (!wanted) return newFileId(kit);
  if (Object.hasOwn(state.files, wanted))
    throw refused('fileIdInUse', 'A file already exists with the provided ID.', 409);
  if (!state.generated.includes(wanted)) throw refused('invalid', 'The provided file ID is not usable.', 400);
  return wanted;
}

const texts = (pairs: Record<string, string | null> | null | undefined): Record<string, string> =>
  Object.fromEntries(Object.entries(pairs ?? {}).flatMap(([name, value]) => (value === null ? [] : [[name, value]])));

interface Moves {
  readonly supportsAllDrives?: boolean | undefined;
  readonly addParents?: string | undefined;
  readonly removeParents?: string | undefined;
}

/** Changes what is known of a file. @throws {GoogleError} where the viewer may not, or the file would lie in two places or none. */
export function updateFile(kit: SandboxKit, viewer: Viewer, file: StoredFile, body: FileBody, moves: Moves): void {
  const { email } = viewer.account;
  if (body.trashed !== undefined && body.trashed !== null) trash(kit, viewer, file, body.trashed);
  move(kit, viewer, file, moves);
  if (body.name) file.name = body.name;
  if (body.mimeType && !isEditorFile(file) && file.mimeType !== folderType) file.mimeType = body.mimeType;
  if (typeof body.description === 'string') file.description = body.description;
  if (typeof body.starred === 'boolean')
    file.starred = [...file.starred.filter((one) => one !== email), ...(body.starred ? [email] : [])];
  for (const bag of ['appProperties', 'properties'] as const) {
    const cleared = Object.entries(body[bag] ?? {}).filter(([, value]) => value === null);
    file[bag] = { ...file[bag], ...texts(body[bag]) };
    for (const [name] of cleared) delete file[bag][name];
  }
  touch(kit, file, email);
  if (body.modifiedTime) file.modifiedTime = body.modifiedTime;
}

function trash(kit: SandboxKit, viewer: Viewer, file: StoredFile, trashed: boolean): void {
  const needed = file.driveId ? 'fileOrganizer' : 'owner';
  if (!file.parent || !atLeast(roleOf(driveState(kit), file, viewer.account.email), needed))
    throw refused('insufficientFilePermissions', 'The user does not have sufficient permissions for this file.');
  file.trashed = trashed;
}

function move(
  kit: SandboxKit,
  viewer: Viewer,
  file: StoredFile,
  { addParents, removeParents, supportsAllDrives }: Moves,
): void {
  const own = rootOf(viewer.account.email);
  const named = (ids: string | undefined): string[] =>
    ids ? ids.split(',').map((id) => (id === 'root' ? own : id)) : [];
  const [added, removed] = [named(addParents), named(removeParents)];
  if (added.length === 0 && removed.length === 0) return;
  const unknown = removed.find((id) => id !== file.parent);
  if (unknown) throw fileNotFound(unknown);
  if (added.length > 1 || (added.length === 1 && removed.length === 0 && added[0] !== file.parent))
    throw refused('cannotAddParent', 'Increasing the number of parents is not allowed');
  const [target] = added;
  if (!target) throw refused('fileMustHaveParent', 'A file must have a parent.');
  const folder = folderFor(kit, viewer, target, supportsAllDrives);
  for (let one: StoredFile | undefined = folder; one; one = one.parent ? driveState(kit).files[one.parent] : undefined)
    if (one === file) throw refused('cannotMoveIntoItself', 'A folder cannot be moved into itself.');
  if (folder.driveId !== file.driveId) changeDrive(file, folder, viewer.account.email);
  file.parent = folder.id;
}

/** What lies in a shared drive is nobody's own; folders cannot be moved in or out by an app. */
function changeDrive(file: StoredFile, { driveId }: StoredFile, email: string): void {
  if (file.mimeType === folderType)
    throw refused(
      'teamDrivesFolderMoveInNotSupported',
      'Moving folders into or out of shared drives is not supported.',
    );
  if (driveId) {
    file.driveId = driveId;
    delete file.owner;
    return;
  }
  delete file.driveId;
  file.owner = email;
}

/** Removes a file and all that lies in it, for good. */
export function removeFile(kit: SandboxKit, file: StoredFile): void {
  const state = driveState(kit);
  for (const one of Object.values(state.files)) if (one.parent === file.id) removeFile(kit, one);
  delete state.files[file.id];
  kit.store.changed();
}
