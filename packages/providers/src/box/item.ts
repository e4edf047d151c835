import { HubError, type FileItem } from '@switchboard/contracts';
import { picked, type ActionContext } from '@switchboard/provider-kit';
import { z } from 'zod';

export interface ItemRef {
  readonly kind: 'file' | 'folder';
  readonly id: string;
}

const anyItem = { action: 'box.list_folder', items: 'items', label: 'name' };
export const itemId = picked(anyItem, 1024).describe('File or folder, as file:123 or folder:45');
export const anyFolder = { ...anyItem, where: { kind: 'folder' } };
export const folderId = picked(anyFolder, 1024).describe('Folder; the top one unless given').optional();

/** The id of the folder that holds all others. */
const topFolder = '0';

/** Box numbers files and folders apart, so ids say which they are; a bare number is a file. @throws HubError `input_invalid`. */
export function refOf(id: string, path = '/itemId'): ItemRef {
  const found = /^(?:(file|folder):)?(\d{1,20})$/.exec(id);
  if (found) return { kind: (found[1] ?? 'file') as ItemRef['kind'], id: found[2]! };
  throw new HubError('input_invalid', undefined, { errors: [{ path, message: 'That is no id of Box.' }] });
}

/** @throws HubError `input_invalid` for what is no folder. */
export function folderOf(id: string | undefined, path = '/folderId'): string {
  if (id === undefined) return topFolder;
  const found = /^(?:folder:)?(\d{1,20})$/.exec(id);
  if (found) return found[1]!;
  throw new HubError('input_invalid', undefined, { errors: [{ path, message: 'That is no folder of Box.' }] });
}

/** @throws HubError `input_invalid` for a folder, where only a file will do. */
export function fileOf(id: string): string {
  const { kind, id: number } = refOf(id);
  if (kind === 'file') return number;
  throw new HubError('input_invalid', undefined, { errors: [{ path: '/itemId', message: 'Choose a file.' }] });
}

export const pathOf = ({ kind, id }: ItemRef): string => `/${kind === 'file' ? 'files' : 'folders'}/${id}`;

/** The members that the hub reads. */
export const fields =
  'type,id,etag,name,size,created_at,modified_at,parent,path_collection,sha1,shared_link,description';

const Parent = z.object({ id: z.string(), name: z.string().optional() });
const SharedLink = z.object({ url: z.string(), access: z.string().optional() });
export const BoxItem = z.object({
  type: z.enum(['file', 'folder']),
  id: z.string(),
  etag: z.string().nullish(),
  name: z.string(),
  size: z.number().nullish(),
  created_at: z.string().nullish(),
  modified_at: z.string().nullish(),
  parent: Parent.nullish(),
  path_collection: z.object({ entries: z.array(Parent) }).nullish(),
  sha1: z.string().nullish(),
  shared_link: SharedLink.nullish(),
  description: z.string().nullish(),
});
export type BoxItem = z.infer<typeof BoxItem>;

/** Of what a list answers, files and folders; web links are left out. */
export const BoxEntries = z.array(z.unknown()).transform((entries) =>
  entries.flatMap((entry) => {
    const item = BoxItem.safeParse(entry);
    return item.success ? [item.data] : [];
  }),
);

const idOf = ({ type, id }: Pick<BoxItem, 'type' | 'id'>): string => `${type}:${id}`;

export function shown(item: BoxItem): FileItem {
  const folders = item.path_collection?.entries.slice(1).map(({ name = '' }) => name);
  return {
    id: idOf(item),
    name: item.name,
    kind: item.type,
    ...(item.type === 'file' && typeof item.size === 'number' ? { sizeBytes: item.size } : {}),
    ...(item.modified_at ? { modifiedAt: item.modified_at } : {}),
    ...(item.parent ? { folderId: `folder:${item.parent.id}` } : {}),
    ...(folders ? { path: `/${[...folders, item.name].join('/')}` } : {}),
    url: `https://app.box.com/${item.type}/${item.id}`,
  };
}

/** @throws HubError `not_found`. */
export const fetchItem = ({ http }: Pick<ActionContext, 'http'>, ref: ItemRef): Promise<BoxItem> =>
  http.get(pathOf(ref), { query: { fields }, schema: BoxItem });

const pageSize = 1000;

/** The file or folder of this name in a folder, or undefined; Box compares names without regard to case. */
export async function named(
  { http }: Pick<ActionContext, 'http'>,
  folder: string,
  kind: ItemRef['kind'],
  name: string,
): Promise<BoxItem | undefined> {
  const Page = z.object({ entries: BoxEntries, next_marker: z.string().nullish() });
  const wanted = name.toLowerCase();
  let marker: string | undefined;
  do {
    const query = { fields, usemarker: true, limit: pageSize, marker };
    const page = await http.get(`/folders/${folder}/items`, { query, schema: Page });
    const found = page.entries.find((item) => item.type === kind && item.name.toLowerCase() === wanted);
    if (found) return found;
    marker = page.next_marker || undefined;
  } while (marker !== undefined);
  return undefined;
}

/** Clocks of two machines may differ by so much. */
const skewMs = 60_000;

/** True for what was made since the run began, so by it. */
export const madeSince = ({ now }: Pick<ActionContext, 'now'>, createdAt: string | null | undefined): boolean =>
  typeof createdAt === 'string' && Date.parse(createdAt) >= now.getTime() - skewMs;
