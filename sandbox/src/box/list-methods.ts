import { z } from 'zod';
import { q, type ApiMethod } from '../kit/api.ts';
import { cursorPage } from '../kit/paging.ts';
import { Refusal } from '../kit/refusal.ts';
import type { SandboxKit } from '../kit/world.ts';
import type { BoxAccount } from './accounts.ts';
import { checkName, present } from './change.ts';
import { invalid } from './errors.ts';
import { defineMethod, reads, writes } from './methods.ts';
import { childrenOf, driveOf, foldersOf, isBinned, newId, type Drive, type Item } from './state.ts';
import { fullItem, masked, userMini } from './view.ts';

const paged = { fields: q.text(), limit: q.int(0, 1000), offset: q.int() };
const Listing = z.strictObject({ ...paged, usemarker: q.bool(), marker: q.text() });
const searchesPerMinute = 60;

/** A page as the caller wants it: by a marker, or by an offset. */
function listed(
  drive: Drive,
  account: BoxAccount,
  { list, items }: { list: string; items: Item[] },
  { fields, limit = 100, offset = 0, usemarker = false, marker }: z.output<typeof Listing>,
) {
  const view = (item: Item): unknown =>
    masked(fullItem(drive, account, item), fields ?? 'sequence_id,name,sha1,file_version');
  if (usemarker) {
    const { items: page, next } = cursorPage(list, items, marker || undefined, Math.max(1, limit));
    return { entries: page.map(view), limit, ...(next !== undefined && { next_marker: next }) };
  }
  if (marker !== undefined) throw invalid('marker needs usemarker.');
  const order = [
    { by: 'type', direction: 'ASC' },
    { by: 'name', direction: 'ASC' },
  ];
  const entries = items.slice(offset, offset + limit).map(view);
  return { total_count: items.length, entries, offset, limit, order };
}

/** Lists, search, new folders and who one is. */
export const listMethods = (kit: SandboxKit): ApiMethod<BoxAccount>[] => [
  defineMethod({
    id: 'get_users_me',
    http: 'GET',
    path: '/users/me',
    scopes: reads,
    query: z.strictObject({ fields: q.text() }),
    run: ({ account, query }) => {
      const user = {
        ...userMini(account),
        created_at: '2024-02-01T09:00:00Z',
        modified_at: '2026-11-01T09:00:00Z',
        language: 'en',
        timezone: 'Europe/London',
        space_amount: 10_737_418_240,
        space_used: 1_048_576,
        max_upload_size: 262_144_000,
        status: 'active',
        job_title: '',
        phone: '',
        address: '',
        avatar_url: `https://app.box.com/api/avatar/large/${account.id}`,
      };
      return masked(user, query.fields);
    },
  }),
  defineMethod({
    id: 'get_folders_trash_items',
    http: 'GET',
    path: '/folders/trash/items',
    scopes: reads,
    query: Listing,
    run: ({ account, query }) => {
      const drive = driveOf(kit, account);
      const items = Object.values(drive.items).filter(({ trashedAt }) => trashedAt !== undefined);
      return listed(drive, account, { list: 'trash', items }, query);
    },
  }),
  defineMethod({
    id: 'get_folders_id_items',
    http: 'GET',
    path: '/folders/{id}/items',
    scopes: reads,
    query: Listing,
    run: ({ account, params, query }) => {
      const drive = driveOf(kit, account);
      const { id } = present(drive, 'folder', params.id!);
      return listed(drive, account, { list: `folder-${id}`, items: childrenOf(drive, id) }, query);
    },
  }),
  defineMethod({
    id: 'post_folders',
    http: 'POST',
    path: '/folders',
    scopes: writes,
    query: z.strictObject({ fields: q.text() }),
    body: z.strictObject({ name: z.string(), parent: z.strictObject({ id: z.string() }) }),
    status: 201,
    run: ({ account, query, body: { name, parent } }) => {
      const drive = driveOf(kit, account);
      const { id: parentId } = present(drive, 'folder', parent.id);
      checkName(drive, parentId, name);
      const at = new Date(kit.clock()).toISOString();
      const folder: Item = {
        id: newId(kit, drive),
        type: 'folder',
        name,
        parentId,
        etag: 0,
        createdAt: at,
        modifiedAt: at,
        description: '',
      };
      drive.items[`folder:${folder.id}`] = folder;
      return masked(fullItem(drive, account, folder), query.fields);
    },
  }),
  defineMethod({
    id: 'get_search',
    http: 'GET',
    path: '/search',
    scopes: reads,
    query: z.strictObject({
      ...paged,
      limit: q.int(0, 200),
      query: z.string().min(1),
      type: z.enum(['file', 'folder', 'web_link']).optional(),
      ancestor_folder_ids: z
        .string()
        .regex(/^\d+(?:,\d+)*$/)
        .optional(),
    }),
    run: ({ account, query: { query, type, ancestor_folder_ids: within, fields, limit = 30, offset = 0 } }) => {
      const seconds = kit.quotas.spend('box.search', account.id, 1, searchesPerMinute);
      if (seconds !== undefined) throw new Refusal('limited', 'Request rate limit exceeded', { seconds });
      const drive = driveOf(kit, account);
      const words = query.toLowerCase().split(/\s+/).filter(Boolean);
      const ancestors = within?.split(',');
      const found = Object.values(drive.items).filter(
        (item) =>
          item.parentId !== null &&
          !isBinned(drive, item) &&
          (type === undefined || item.type === type) &&
          (!ancestors || foldersOf(drive, item).some(({ id }) => ancestors.includes(id))) &&
          words.every((word) => textOf(kit, item).includes(word)),
      );
      const entries = found.slice(offset, offset + limit).map((item) => masked(fullItem(drive, account, item), fields));
      return { total_count: found.length, limit, offset, type: 'search_results_items', entries };
    },
  }),
];

/** What search looks at: the name, the description, and the words of a text file. */
const textOf = (kit: SandboxKit, { name, description, mediaType = '', blob }: Item): string =>
  `${name} ${description} ${blob && mediaType.startsWith('text/') ? kit.store.blob(blob).toString('utf8') : ''}`.toLowerCase();
