import { keyOf, nameOf, newest } from './tree.ts';
import type { Entry, Link, Revision } from './state.ts';

const named = ({ path }: Pick<Entry, 'path'>) => ({ name: nameOf(path), path_lower: keyOf(path), path_display: path });

/** FileMetadata of one revision, the newest unless told. */
export const fileView = (entry: Entry, revision: Revision = newest(entry)!) => ({
  ...named(entry),
  id: entry.id,
  client_modified: revision.clientModified,
  server_modified: revision.serverModified,
  rev: revision.rev,
  size: revision.size,
  is_downloadable: true,
  content_hash: revision.hash,
});

export const folderView = (entry: Entry) => ({ ...named(entry), id: entry.id });

/** Metadata with the tag that says which. */
export const metadataView = (entry: Entry) =>
  entry.revisions ? { '.tag': 'file', ...fileView(entry) } : { '.tag': 'folder', ...folderView(entry) };

/** SharedLinkMetadata of a link that anyone can open. */
export function linkView({ url, id }: Link, entry: Entry) {
  const revision = newest(entry);
  return {
    '.tag': revision ? 'file' : 'folder',
    url,
    id,
    name: nameOf(entry.path),
    path_lower: keyOf(entry.path),
    link_permissions: {
      resolved_visibility: { '.tag': 'public' },
      requested_visibility: { '.tag': 'public' },
      can_revoke: true,
      visibility_policies: [
        { policy: { '.tag': 'public' }, resolved_policy: { '.tag': 'public' }, allowed: true },
        {
          policy: { '.tag': 'password' },
          resolved_policy: { '.tag': 'password' },
          allowed: false,
          disallowed_reason: { '.tag': 'user_account_type' },
        },
      ],
      can_set_expiry: false,
      can_remove_expiry: false,
      allow_download: true,
      can_allow_download: true,
      can_disallow_download: false,
      allow_comments: true,
      team_restricts_comments: false,
    },
    ...(revision && {
      client_modified: revision.clientModified,
      server_modified: revision.serverModified,
      rev: revision.rev,
      size: revision.size,
    }),
  };
}
