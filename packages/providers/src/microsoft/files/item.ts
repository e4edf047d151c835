import { HubError, type FileItem } from '@switchboard/contracts';
import { picked, type ActionContext } from '@switchboard/provider-kit';
import { z } from 'zod';

const anyItem = { action: 'microsoft.list_folder', items: 'items', label: 'name' };
export const itemId = picked(anyItem, 1024).describe('File or folder');
const anyFolder = { ...anyItem, where: { kind: 'folder' } };
export const folderId = picked(anyFolder, 1024).describe('Folder; the top one unless given').optional();
export const toFolderId = picked(anyFolder, 1024).describe('Folder it moves to').optional();

/** The members of Graph's drive item that the hub reads. */
export const DriveItem = z.object({
  id: z.string(),
  name: z.string().default(''),
  size: z.int().nonnegative().optional(),
  createdDateTime: z.string().optional(),
  lastModifiedDateTime: z.iso.datetime({ offset: true }).optional(),
  webUrl: z.url().optional().catch(undefined),
  parentReference: z.object({ id: z.string().optional(), path: z.string().optional() }).optional(),
  file: z.object({ mimeType: z.string().nullish() }).optional(),
  folder: z.object({}).optional(),
  root: z.object({}).optional(),
});
export type DriveItem = z.infer<typeof DriveItem>;

/** The same members, as a query asks for them. */
export const itemFields = Object.keys(DriveItem.shape).join(',');

/** An item is a file where Graph says nothing else, as for a notebook, which is a package. */
export const shown = (item: DriveItem): FileItem => ({
  id: item.id,
  name: item.name,
  kind: item.folder ? 'folder' : 'file',
  mediaType: item.folder ? undefined : (item.file?.mimeType ?? undefined),
  sizeBytes: item.folder ? undefined : item.size,
  modifiedAt: item.lastModifiedDateTime,
  folderId: item.root ? undefined : item.parentReference?.id,
  path: pathOf(item),
  url: item.webUrl,
});

/** Graph tells the path of the folder above, percent-encoded behind `/drive/root:`. */
function pathOf({ name, parentReference, root }: DriveItem): string | undefined {
  const above = /root:(.*)$/s.exec(parentReference?.path ?? '')?.[1];
  return above === undefined || root ? undefined : `${decoded(above)}/${name}`;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

export const itemPath = (id: string): string => `/me/drive/items/${encodeURIComponent(id)}`;
/** What lies in a folder under a name, which need not be there yet. */
export const namedPath = (folder: string | undefined, name: string): string =>
  `${itemPath(folder ?? 'root')}:/${encodeURIComponent(name)}`;

type Context = Pick<ActionContext, 'http'>;

/** @throws HubError `not_found`. */
export const fetchItem = ({ http }: Context, id: string): Promise<DriveItem> =>
  http.get(itemPath(id), { query: { $select: itemFields }, schema: DriveItem });

/** What lies in a folder under a name, or undefined; OneDrive compares names without regard to case. */
export async function named(
  { http }: Context,
  folder: string | undefined,
  name: string,
): Promise<DriveItem | undefined> {
  try {
    return await http.get(namedPath(folder, name), { query: { $select: itemFields }, schema: DriveItem });
  } catch (error) {
    if (error instanceof HubError && error.code === 'not_found') return undefined;
    throw error;
  }
}

/** A name that OneDrive can give. @throws HubError `input_invalid`. */
export function nameOf(name: string): string {
  const trimmed = name.trim();
  if (trimmed !== '' && !/["*:<>?/\\|\p{Cc}]|\.$/u.test(trimmed) && trimmed.length <= 255) return trimmed;
  const message = 'A name has none of " * : < > ? / \\ | and no dot at its end.';
  throw new HubError('input_invalid', message, { errors: [{ path: '/name', message }] });
}

/** A query parameter and a member: a name that is taken is refused instead of replaced. */
export const keepsOld = { '@microsoft.graph.conflictBehavior': 'fail' };

/** True for what was made since the run began, so by it. A run's id begins with its time (RFC 9562 §5.7). */
export function madeSince({ run }: Pick<ActionContext, 'run'>, item: DriveItem): boolean {
  const began = Number.parseInt(run.id.replaceAll('-', '').slice(0, 12), 16);
  return Date.parse(item.createdDateTime ?? '') >= began - skewMs;
}

/** Clocks of two machines may differ by so much. */
const skewMs = 120_000;
