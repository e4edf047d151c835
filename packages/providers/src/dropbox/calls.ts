import { HubError } from '@switchboard/contracts';
import { picked, type ActionContext } from '@switchboard/provider-kit';
import { z } from 'zod';
import { DropboxMetadata, type DropboxItem } from './items.ts';

/** Uploads and downloads go there; their argument is in a header. */
export const content = 'https://content.dropboxapi.com/2';

/** A file or folder that a form offers from the top folder. */
const anyItem = { action: 'dropbox.list_folder', items: 'items', label: 'name' };
export const itemChoice = picked(anyItem, 1024).describe('File or folder');

/** A folder; `/` is the top one. */
export const folderChoice = picked({ ...anyItem, where: { kind: 'folder' } }, 1024).describe(
  'Folder, by its id or its path; the top one unless given',
);

/** Calls a route that answers JSON. */
export const rpc = <T>(
  { http }: ActionContext,
  route: string,
  argument: unknown,
  schema: z.ZodType<T>,
  idempotent = false,
): Promise<T> => http.post(`/${route}`, { json: argument, schema, idempotent });

/** The same for a route that changes nothing. */
export const read = <T>(context: ActionContext, route: string, argument: unknown, schema: z.ZodType<T>): Promise<T> =>
  rpc(context, route, argument, schema, true);

/** JSON that may stand in a header: nothing beyond ASCII. */
export const headerJson = (value: unknown): string =>
  JSON.stringify(value).replaceAll(
    /[\u007f-\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** What lies at a path or id, or undefined where nothing does. */
export async function find(context: ActionContext, path: string): Promise<DropboxItem | undefined> {
  try {
    const found = await read(context, 'files/get_metadata', { path }, DropboxMetadata);
    return found['.tag'] === 'deleted' ? undefined : found;
  } catch (error) {
    if (error instanceof HubError && error.code === 'not_found') return undefined;
    throw error;
  }
}

/** @throws HubError `not_found` where nothing lies there. */
export async function fetchItem(context: ActionContext, path: string): Promise<DropboxItem> {
  const found = await find(context, path);
  if (!found) throw new HubError('not_found', 'Dropbox has nothing there any more.');
  return found;
}

/** The path of an item. @throws HubError `conflict` where it is not mounted in this Dropbox. */
export function pathOf({ path_display: display, path_lower: lower }: DropboxItem): string {
  const path = display ?? lower;
  if (path === undefined) throw new HubError('conflict', 'That is shared with you and not in your Dropbox.');
  return path;
}

/** The path of a name in a folder. @throws HubError `input_invalid` for a name with a slash. */
export async function pathIn(context: ActionContext, folder: string | undefined, name: string): Promise<string> {
  if (/[/\\]/.test(name)) throw new HubError('input_invalid', 'A name has no slash. Choose the folder instead.');
  return `${await folderPath(context, folder)}/${name}`;
}

async function folderPath(context: ActionContext, folder: string | undefined): Promise<string> {
  if (folder === undefined || folder === '/') return '';
  if (folder.startsWith('/')) return folder.replace(/\/+$/, '');
  const item = await fetchItem(context, folder);
  if (item['.tag'] !== 'folder') throw new HubError('input_invalid', 'That is a file. Choose a folder.');
  return pathOf(item);
}

/** The folder part of a path; empty at the top. */
export const parentOf = (path: string): string => path.slice(0, path.lastIndexOf('/'));
