import { z } from 'zod';
import type { SandboxKit } from '../kit/world.ts';
import { paths, rev, rpc, tag, type DropboxMethod } from './arguments.ts';
import { atPath, refused } from './refusals.ts';
import { fileView, folderView, metadataView } from './render.ts';
import { boxOf } from './boxes.ts';
import type { Box } from './state.ts';
import {
  entryAt,
  freeName,
  keyOf,
  lookUp,
  makeFolder,
  makeParents,
  newest,
  putFile,
  relocate,
  remove,
  writable,
} from './tree.ts';

const scope = 'files.content.write';
const RelocationArg = z.strictObject({
  from_path: paths.writeOrId,
  to_path: paths.writeOrId,
  allow_shared_folder: z.boolean().optional(),
  autorename: z.boolean().default(false),
  allow_ownership_transfer: z.boolean().optional(),
});

const inTheWay = (box: Box, path: string) => {
  const there = box.entries[keyOf(path)]!;
  return { '.tag': 'conflict', conflict: { '.tag': there.revisions ? 'file' : 'folder' } } as const;
};

const relocation = (kit: SandboxKit, route: string, copy: boolean): DropboxMethod =>
  rpc(
    {
      route,
      scope,
      run: (account, argument) => {
        const box = boxOf(kit, account);
        const from = lookUp(box, argument.from_path, 'from_lookup');
        const wanted = writable(box, argument.to_path, (reason) => atPath(reason, 'to'));
        if (keyOf(wanted).startsWith(`${keyOf(from.path)}/`)) throw refused('cant_move_folder_into_itself');
        // Other letters of the same name are a rename.
        const sameCase = !copy && keyOf(wanted) === keyOf(from.path) && wanted !== from.path;
        const taken = box.entries[keyOf(wanted)] !== undefined && !sameCase;
        if (taken && !argument.autorename) throw atPath(inTheWay(box, wanted), 'to');
        return { metadata: metadataView(relocate(box, from, taken ? freeName(box, wanted) : wanted, copy)) };
      },
    },
    RelocationArg,
  );

/** Changing: folders, moving, copying, deleting, bringing back. */
export const changeMethods = (kit: SandboxKit): DropboxMethod[] => [
  rpc(
    {
      route: 'files/create_folder_v2',
      scope,
      run: (account, { path: asked, autorename }) => {
        const box = boxOf(kit, account);
        const path = writable(box, asked, (reason) => atPath(reason));
        const taken = box.entries[keyOf(path)] !== undefined;
        if (taken && !autorename) throw atPath(inTheWay(box, path));
        makeParents(box, path);
        return { metadata: folderView(makeFolder(box, taken ? freeName(box, path) : path)) };
      },
    },
    z.strictObject({ path: paths.write, autorename: z.boolean().default(false) }),
  ),
  relocation(kit, 'files/move_v2', false),
  relocation(kit, 'files/copy_v2', true),
  rpc(
    {
      route: 'files/delete_v2',
      scope,
      run: (account, { path, parent_rev: parent }) => {
        const box = boxOf(kit, account);
        const entry = lookUp(box, path, 'path_lookup');
        if (parent !== undefined && newest(entry)?.rev !== parent)
          throw atPath({ '.tag': 'conflict', conflict: { '.tag': 'file' } }, 'path_write');
        const metadata = metadataView(entry);
        remove(box, entry);
        return { metadata };
      },
    },
    z.strictObject({ path: paths.writeOrId, parent_rev: rev.optional() }),
  ),
  rpc(
    {
      route: 'files/list_revisions',
      scope: 'files.metadata.read',
      run: (account, { path, limit }) => {
        const box = boxOf(kit, account);
        const entry = lookUp(box, path);
        if (!entry.revisions) throw atPath('not_file');
        const all = entry.revisions.toReversed();
        const entries = all.slice(0, limit).map((revision) => fileView(entry, revision));
        return { is_deleted: false, entries, has_more: all.length > limit };
      },
    },
    z.strictObject({
      path: paths.read,
      mode: tag('path', 'id').default('path'),
      limit: z.int().min(1).max(100).default(10),
      before_rev: rev.optional(),
    }),
  ),
  rpc(
    {
      route: 'files/restore',
      scope,
      run: (account, argument) => {
        const box = boxOf(kit, account);
        const path = writable(box, argument.path, (reason) => atPath(reason, 'path_write'));
        const there = entryAt(box, path);
        const known = [...(box.gone[keyOf(path)] ?? []), ...(there?.revisions ?? [])];
        if (known.length === 0) throw atPath('not_found', 'path_lookup');
        const revision = known.find((one) => one.rev === argument.rev);
        if (!revision) throw refused('invalid_revision');
        if (there && newest(there)?.rev === revision.rev) return fileView(there);
        const entry = putFile(kit, box, path, kit.store.blob(revision.blob), revision.clientModified);
        entry.id = revision.id;
        return fileView(entry);
      },
    },
    z.strictObject({ path: paths.write, rev }),
  ),
];
