import { HubError, type FileItem } from '@switchboard/contracts';
import { picked, type ActionContext } from '@switchboard/provider-kit';
import { asRead, asWritten, driveOf, repeatable } from '../client.ts';
import { fileFields, filesFields, GoogleFile, GoogleFiles, toFileItem } from './file.ts';
import { madeIn } from './query.ts';

/** A file or folder as forms offer it. */
export const itemChoice = picked({ action: 'google.list_folder', items: 'items', label: 'name' }, 1024).describe(
  'File or folder',
);

/** A folder as forms offer it. */
export const folderChoice = picked(
  { action: 'google.list_folder', items: 'items', label: 'name', where: { kind: 'folder' } },
  1024,
).describe('Folder; the top one unless given');

/** Without it Google hides what lies in shared drives. */
export const everywhere = { supportsAllDrives: true } as const;

/** Lists and searches leave shared drives out unless they are told twice. */
export const listEverywhere = { ...everywhere, includeItemsFromAllDrives: true, corpora: 'allDrives' } as const;

export interface Page {
  readonly limit: number;
  readonly cursor?: string;
}

/** One page of the files that a search finds. */
export async function filesBy(context: ActionContext, search: Record<string, unknown>, { limit, cursor }: Page) {
  const drive = await driveOf(context);
  const asked = { ...search, pageSize: limit, pageToken: cursor, fields: filesFields };
  const page = asRead(GoogleFiles, await drive.files.list(asked));
  return { items: page.files.map(toFileItem), nextCursor: page.nextPageToken };
}

export async function fetchFile(context: ActionContext, fileId: string): Promise<GoogleFile> {
  const drive = await driveOf(context);
  return asRead(GoogleFile, await drive.files.get({ fileId, fields: fileFields, ...everywhere }));
}

/** What the run made, found by the mark it left on it. */
export async function madeByRun(context: ActionContext): Promise<FileItem | undefined> {
  const search = { q: madeIn(context.run.marker), ...everywhere, includeItemsFromAllDrives: true };
  const { items } = await filesBy(context, search, { limit: 1 });
  return items[0];
}

interface FileChange {
  readonly name?: string;
  readonly trashed?: boolean;
  readonly addParents?: string;
  readonly removeParents?: string;
}

/** Changes what is known of a file; doing so twice has one effect. */
export async function changeFile(context: ActionContext, fileId: string, change: FileChange): Promise<GoogleFile> {
  const { addParents, removeParents, ...requestBody } = change;
  const drive = await driveOf(context);
  const asked = { fileId, addParents, removeParents, requestBody, fields: fileFields, ...everywhere };
  return asWritten(GoogleFile, await drive.files.update(asked, repeatable));
}

/** Google's own id for a new file, so that making it can be repeated. */
export async function newFileId(context: ActionContext): Promise<string> {
  const drive = await driveOf(context);
  const { data } = await drive.files.generateIds({ count: 1, space: 'drive', type: 'files' });
  const [id] = data.ids ?? [];
  if (!id) throw new HubError('provider_unavailable', 'Google gave no id for the new file. Try again.');
  return id;
}
