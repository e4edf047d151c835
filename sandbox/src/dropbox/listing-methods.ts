import { z } from 'zod';
import { Refusal } from '../kit/refusal.ts';
import type { SandboxKit } from '../kit/world.ts';
import { cursor, paths, rpc, tag, type DropboxMethod } from './arguments.ts';
import { atPath } from './refusals.ts';
import { metadataView } from './render.ts';
import { boxOf } from './boxes.ts';
import type { Box, Entry } from './state.ts';
import { below, keyOf, lookUp, nameOf, newest } from './tree.ts';

const metadataScope = 'files.metadata.read';

/** A place in a list, as the cursor holds it. */
const Place = z.strictObject({
  list: z.enum(['folder', 'search']),
  what: z.record(z.string(), z.unknown()),
  at: z.int(),
});
type Place = z.infer<typeof Place>;

const cursorOf = (place: Place): string => `AA${Buffer.from(JSON.stringify(place)).toString('base64url')}`;

function placeOf(text: string, list: Place['list']): Place {
  try {
    const place = Place.parse(JSON.parse(Buffer.from(text.slice(2), 'base64url').toString('utf8')));
    if (place.list === list) return place;
  } catch {
    // What cannot be read is no cursor of ours either.
  }
  throw new Refusal('invalid', 'Invalid "cursor" parameter.');
}

const ListFolderArg = z.strictObject({
  path: paths.readOrRoot,
  recursive: z.boolean().default(false),
  include_media_info: z.boolean().optional(),
  include_deleted: z.boolean().optional(),
  include_has_explicit_shared_members: z.boolean().optional(),
  include_mounted_folders: z.boolean().optional(),
  include_non_downloadable_files: z.boolean().optional(),
  limit: z.int().min(1).max(2000).optional(),
});

function folderPage(box: Box, { what, at }: Place) {
  const { path, recursive, limit } = what as { path: string; recursive: boolean; limit: number };
  const folder = path === '' ? undefined : lookUp(box, path);
  if (folder?.revisions) throw atPath('not_folder');
  // A recursive listing names the folder itself, too.
  const all = [...(recursive && folder ? [folder] : []), ...below(box, folder?.path ?? '', recursive)];
  const next = Math.min(at + limit, all.length);
  return {
    entries: all.slice(at, next).map(metadataView),
    cursor: cursorOf({ list: 'folder', what, at: next }),
    has_more: next < all.length,
  };
}

const SearchArg = z.strictObject({
  query: z.string().max(1000),
  options: z
    .strictObject({
      path: paths.readOrRoot.optional(),
      max_results: z.int().min(1).max(1000).default(100),
      order_by: tag('relevance', 'last_modified_time').optional(),
      file_status: tag('active', 'deleted').optional(),
      filename_only: z.boolean().default(false),
      file_extensions: z.array(z.string()).optional(),
    })
    .prefault({}),
  match_field_options: z.strictObject({ include_highlights: z.boolean().optional() }).optional(),
});

const textTypes = /\.(txt|csv|md)$/i;

function matchOf(kit: SandboxKit, entry: Entry, words: readonly string[], namesOnly: boolean): string | undefined {
  const name = nameOf(entry.path).toLowerCase();
  if (words.every((word) => name.includes(word))) return 'filename';
  const revision = newest(entry);
  if (namesOnly || !revision || !textTypes.test(name)) return undefined;
  const text = kit.store.blob(revision.blob).toString('utf8').toLowerCase();
  return words.every((word) => text.includes(word)) ? 'file_content' : undefined;
}

function searchPage(kit: SandboxKit, box: Box, { what, at }: Place) {
  const { query, path, limit, namesOnly } = what as { query: string; path: string; limit: number; namesOnly: boolean };
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const folder = path === '' ? undefined : lookUp(box, path);
  const all = below(box, folder?.path ?? '', true).flatMap((entry) => {
    const how = words.length > 0 ? matchOf(kit, entry, words, namesOnly) : undefined;
    return how === undefined ? [] : [{ entry, how }];
  });
  const next = Math.min(at + limit, all.length);
  return {
    matches: all.slice(at, next).map(({ entry, how }) => ({
      metadata: { '.tag': 'metadata', metadata: metadataView(entry) },
      match_type: { '.tag': how },
    })),
    has_more: next < all.length,
    ...(next < all.length && { cursor: cursorOf({ list: 'search', what, at: next }) }),
  };
}

/** Looking: folders, search, one entry. */
export const listingMethods = (kit: SandboxKit): DropboxMethod[] => [
  rpc(
    {
      route: 'files/list_folder',
      scope: metadataScope,
      run: (account, { path, recursive, limit = 500 }) =>
        folderPage(boxOf(kit, account), { list: 'folder', what: { path, recursive, limit }, at: 0 }),
    },
    ListFolderArg,
  ),
  rpc(
    {
      route: 'files/list_folder/continue',
      scope: metadataScope,
      run: (account, argument) => folderPage(boxOf(kit, account), placeOf(argument.cursor, 'folder')),
    },
    z.strictObject({ cursor }),
  ),
  rpc(
    {
      route: 'files/search_v2',
      scope: metadataScope,
      run: (account, { query, options }) => {
        const { path = '', max_results: limit, filename_only: namesOnly } = options;
        const what = { query, path: keyOf(path), limit, namesOnly };
        return searchPage(kit, boxOf(kit, account), { list: 'search', what, at: 0 });
      },
    },
    SearchArg,
  ),
  rpc(
    {
      route: 'files/search/continue_v2',
      scope: metadataScope,
      run: (account, argument) => searchPage(kit, boxOf(kit, account), placeOf(argument.cursor, 'search')),
    },
    z.strictObject({ cursor }),
  ),
  rpc(
    {
      route: 'files/get_metadata',
      scope: metadataScope,
      run: (account, { path }) => metadataView(lookUp(boxOf(kit, account), path)),
    },
    z.strictObject({
      path: paths.read,
      include_media_info: z.boolean().optional(),
      include_deleted: z.boolean().optional(),
      include_has_explicit_shared_members: z.boolean().optional(),
    }),
  ),
];
