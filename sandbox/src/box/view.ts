import type { BoxAccount } from './accounts.ts';
import { invalid } from './errors.ts';
import { childrenOf, foldersOf, isBinned, type Comment, type Drive, type Item } from './state.ts';

const mini = ({ type, id, etag, name }: Item) => ({
  type,
  id,
  sequence_id: id === '0' ? null : String(etag),
  etag: id === '0' ? null : String(etag),
  name,
});

export const userMini = ({ id, name, email: login }: BoxAccount) => ({ type: 'user', id, name, login });

/** Box's own names of what an item tells; `sequence_id` and `etag` of the top folder are null. */
export function fullItem(drive: Drive, account: BoxAccount, item: Item): Record<string, unknown> {
  const folders = foldersOf(drive, item);
  const user = userMini(account);
  const { trashedAt = null, sharedLink } = item;
  return {
    ...mini(item),
    description: item.description,
    size: item.size ?? childrenOf(drive, item.id).reduce((sum, { size = 0 }) => sum + size, 0),
    path_collection: { total_count: folders.length, entries: folders.map(mini) },
    created_at: item.createdAt,
    modified_at: item.modifiedAt,
    trashed_at: trashedAt,
    purged_at: null,
    content_created_at: item.createdAt,
    content_modified_at: item.modifiedAt,
    created_by: user,
    modified_by: user,
    owned_by: user,
    parent: folders.length > 0 ? mini(folders.at(-1)!) : null,
    item_status: isBinned(drive, item) ? 'trashed' : 'active',
    shared_link: sharedLink ? sharedView(item, sharedLink) : null,
    ...(item.type === 'file' && fileMembers(item)),
  };
}

const fileMembers = ({ id, sha1, versions = [], comments = [], name }: Item) => ({
  sha1,
  file_version: { type: 'file_version', id: `${id}${versions.length}`, sha1 },
  version_number: String(versions.length + 1),
  comment_count: comments.length,
  extension: name.includes('.') ? name.split('.').at(-1) : '',
});

const sharedView = ({ type }: Item, { url, access }: { url: string; access: string }) => ({
  url,
  download_url: type === 'file' ? url.replace('/s/', '/shared/static/') : null,
  vanity_url: null,
  vanity_name: null,
  effective_access: access,
  effective_permission: 'can_download',
  is_password_enabled: false,
  unshared_at: null,
  download_count: 0,
  preview_count: 0,
  access,
  permissions: { can_preview: true, can_download: true, can_edit: false },
});

const always = ['type', 'id', 'etag'];
const known = new Set([
  'type', 'id', 'etag', 'sequence_id', 'name', 'description', 'size', 'path_collection', 'created_at', 'modified_at', 'trashed_at',
  'purged_at', 'content_created_at', 'content_modified_at', 'created_by', 'modified_by', 'owned_by', 'parent', 'item_status',
  'shared_link', 'sha1', 'file_version', 'version_number', 'comment_count', 'extension', 'message', 'item', 'is_reply_comment', 'tags',
  'login', 'avatar_url', 'timezone', 'language',
]); // prettier-ignore

/** Only the members asked for, and those that come always. @throws {Refusal} for one that nothing has. */
export function masked(value: Record<string, unknown>, fields: string | undefined): Record<string, unknown> {
  if (fields === undefined) return value;
  const wanted = fields.split(',');
  const strange = wanted.find((name) => !known.has(name));
  if (strange !== undefined) throw invalid(`The field ${strange} is not known.`);
  const names = new Set([...always, ...wanted]);
  return Object.fromEntries(Object.entries(value).filter(([name]) => names.has(name)));
}

export const commentView = (account: BoxAccount, file: Item, { id, by, text, createdAt }: Comment) => ({
  type: 'comment',
  id,
  is_reply_comment: false,
  message: text,
  created_by:
    by === account.name
      ? userMini(account)
      : { type: 'user', id: '20810900', name: by, login: 'someone@fernhill.example' },
  created_at: createdAt,
  modified_at: createdAt,
  item: { type: 'file', id: file.id },
});
