import { HubError } from '@switchboard/contracts';
import type { ActionContext } from '@switchboard/provider-kit';
import { z } from 'zod';
import { fetchItem, pathOf, read, rpc } from './calls.ts';
import { DropboxFile, DropboxMetadata } from './items.ts';

/** A folder with more than this is not brought back entry by entry. */
const most = 200;

const Listing = z.object({ entries: z.array(DropboxMetadata), has_more: z.boolean() });

/** What lies at an id, with the revisions that bring it back. */
export interface Deleted {
  readonly name: string;
  readonly kind: 'file' | 'folder';
  /** Folders before what lies in them; `rev` where it is a file. */
  readonly entries: readonly { readonly path: string; readonly rev?: string }[];
  /** False where there is more than is listed. */
  readonly whole: boolean;
}

export async function whatLiesAt(context: ActionContext, id: string): Promise<Deleted> {
  const item = await fetchItem(context, id);
  const path = pathOf(item);
  if (item['.tag'] === 'file')
    return { name: item.name, kind: 'file', entries: [{ path, rev: item.rev }], whole: true };
  const asked = { path: id, recursive: true, limit: most };
  const { entries, has_more: more } = await read(context, 'files/list_folder', asked, Listing);
  const inside = entries.flatMap((entry) => {
    if (entry['.tag'] === 'deleted' || entry.id === item.id) return [];
    return [{ path: pathOf(entry), ...(entry['.tag'] === 'file' && { rev: entry.rev }) }];
  });
  const sorted = inside.toSorted((a, b) => a.path.split('/').length - b.path.split('/').length);
  return { name: item.name, kind: 'folder', entries: [{ path }, ...sorted], whole: !more };
}

/** Brings back every file by its revision, and the folders. @throws HubError `conflict` where there was more than is known. */
export async function bringBack(context: ActionContext, { entries, whole }: Deleted): Promise<void> {
  if (!whole) {
    throw new HubError(
      'conflict',
      'That folder is too large to bring back from here. Restore it on the Dropbox website.',
    );
  }
  for (const { path, rev } of entries) {
    if (rev === undefined) await makeFolder(context, path);
    else await restore(context, path, rev);
  }
}

/** Makes a revision the present one. */
export const restore = (context: ActionContext, path: string, rev: string): Promise<DropboxFile> =>
  rpc(context, 'files/restore', { path, rev }, DropboxFile, true);

async function makeFolder(context: ActionContext, path: string): Promise<void> {
  try {
    await rpc(context, 'files/create_folder_v2', { path, autorename: false }, z.object({}));
  } catch (error) {
    if (!(error instanceof HubError) || error.code !== 'conflict') throw error;
  }
}
