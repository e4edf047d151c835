import { HubError } from '@switchboard/contracts';
import { allOf } from '../pages.ts';
import { GraphFolder, type GraphMessage } from './answer.ts';
import { forEach, headers, type Context } from './calls.ts';

/** Names that people use for the folders every mailbox has, in any language of the mailbox. */
const wellKnown: Readonly<Record<string, string>> = {
  inbox: 'inbox',
  sent: 'sentitems',
  'sent items': 'sentitems',
  draft: 'drafts',
  drafts: 'drafts',
  bin: 'deleteditems',
  trash: 'deleteditems',
  'deleted items': 'deleteditems',
  spam: 'junkemail',
  junk: 'junkemail',
  'junk email': 'junkemail',
  archive: 'archive',
  outbox: 'outbox',
};
export const wellKnownFolder = (name: string): string | undefined => {
  const key = name.trim().toLowerCase();
  return Object.hasOwn(wellKnown, key) ? wellKnown[key] : undefined;
};

/** A folder with the names of those it lies in, as `Clients/Harborline`. */
export interface Folder {
  readonly id: string;
  readonly name: string;
}

const $select = 'id,displayName,childFolderCount';
const deepest = 5;

/** The folders of the mailbox. @see https://learn.microsoft.com/graph/api/user-list-mailfolders (read 2026-11-21) */
export async function fetchFolders(
  context: Context,
  path = '/me/mailFolders',
  above = '',
  depth = 0,
): Promise<Folder[]> {
  const found = await allOf(context, path, GraphFolder, { query: { $select, $top: 100 }, headers });
  const groups = await forEach(found, async ({ id, displayName, childFolderCount }) => {
    const name = above + displayName;
    const inside = `/me/mailFolders/${encodeURIComponent(id)}/childFolders`;
    const below = childFolderCount > 0 && depth < deepest;
    return [{ id, name }, ...(below ? await fetchFolders(context, inside, `${name}/`, depth + 1) : [])];
  });
  return groups.flat();
}

/** Names by id, asked for only where there is a message. */
export const folderNames = async (
  context: Context,
  messages: readonly GraphMessage[],
): Promise<ReadonlyMap<string, string>> =>
  new Map(messages.length > 0 ? (await fetchFolders(context)).map(({ id, name }) => [id, name]) : []);

/** The folder of that name, path or id. */
export const folderNamed = (folders: readonly Folder[], name: string): Folder | undefined => {
  const wanted = name.trim().toLowerCase();
  return (
    folders.find((folder) => folder.id === name || folder.name.toLowerCase() === wanted) ??
    folders.find((folder) => folder.name.toLowerCase().endsWith(`/${wanted}`))
  );
};

/** The id of a folder that every mailbox has; undefined where this one has none yet, as an archive. */
export async function wellKnownId({ http }: Context, name: string): Promise<string | undefined> {
  try {
    return (await http.get(`/me/mailFolders/${name}`, { query: { $select }, headers, schema: GraphFolder })).id;
  } catch (error) {
    if (error instanceof HubError && error.code === 'not_found') return undefined;
    throw error;
  }
}

/** The ids of the folders that every mailbox has. */
export async function wellKnownIds(context: Context): Promise<ReadonlySet<string>> {
  const ids = await forEach([...new Set(Object.values(wellKnown))], (name) => wellKnownId(context, name));
  return new Set(ids.filter((id) => id !== undefined));
}
