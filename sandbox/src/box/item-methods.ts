import { z } from 'zod';
import { q, type ApiMethod } from '../kit/api.ts';
import { Reply } from '../kit/rest.ts';
import { secretName } from '../kit/random.ts';
import type { SandboxKit } from '../kit/world.ts';
import type { BoxAccount } from './accounts.ts';
import { binned, checkEtag, checkMove, checkName, present, touch } from './change.ts';
import { invalid } from './errors.ts';
import { defineMethod, reads, writes } from './methods.ts';
import { childrenOf, driveOf, type Drive, type Item } from './state.ts';
import { fullItem, masked } from './view.ts';

const withFields = z.strictObject({ fields: q.text() });
const Parent = z.strictObject({ id: z.string() });
const SharedLink = z.strictObject({ access: z.enum(['open', 'company', 'collaborators']).optional() }).nullable();
const Change = z.strictObject({
  name: z.string().optional(),
  description: z.string().max(256).optional(),
  parent: Parent.optional(),
  shared_link: SharedLink.optional(),
});

/** Reading, changing, binning and restoring, which files and folders have alike. */
export const itemMethods = (kit: SandboxKit): ApiMethod<BoxAccount>[] =>
  (['file', 'folder'] as const).flatMap((type) => [
    defineMethod({
      id: `get_${type}s_id`,
      http: 'GET',
      path: `/${type}s/{id}`,
      scopes: reads,
      query: withFields,
      run: ({ account, params, query }) => {
        const drive = driveOf(kit, account);
        return masked(fullItem(drive, account, present(drive, type, params.id!)), query.fields);
      },
    }),
    defineMethod({
      id: `put_${type}s_id`,
      http: 'PUT',
      path: `/${type}s/{id}`,
      scopes: writes,
      query: withFields,
      body: Change,
      run: ({ account, params, query, body, request }) => {
        const drive = driveOf(kit, account);
        const item = present(drive, type, params.id!);
        checkEtag(item, request.headers['if-match']);
        const to = body.parent ? present(drive, 'folder', body.parent.id) : undefined;
        if (to) checkMove(drive, item, to);
        if (body.name !== undefined && item.parentId === null)
          throw invalid('The top folder keeps its name.', 'forbidden', 403);
        if (to || body.name !== undefined) checkName(drive, to?.id ?? item.parentId!, body.name ?? item.name, item);
        if (body.shared_link !== undefined) share(item, body.shared_link);
        Object.assign(item, {
          ...(to && { parentId: to.id }),
          ...(body.name !== undefined && { name: body.name }),
          ...(body.description !== undefined && { description: body.description }),
        });
        touch(kit, item);
        return masked(fullItem(drive, account, item), query.fields);
      },
    }),
    defineMethod({
      id: `delete_${type}s_id`,
      http: 'DELETE',
      path: `/${type}s/{id}`,
      scopes: writes,
      query: type === 'folder' ? z.strictObject({ recursive: q.bool() }) : z.strictObject({}),
      run: ({ account, params, query, request }) => {
        const drive = driveOf(kit, account);
        const item = present(drive, type, params.id!);
        checkEtag(item, request.headers['if-match']);
        if (item.parentId === null) throw invalid('The top folder cannot be deleted.', 'forbidden', 403);
        const isFull = type === 'folder' && childrenOf(drive, item.id).length > 0;
        if (isFull && !(query as { recursive?: boolean }).recursive)
          throw invalid('Cannot delete – folder not empty', 'folder_not_empty');
        item.trashedAt = new Date(kit.clock()).toISOString();
        kit.store.changed();
        return Reply.empty(204);
      },
    }),
    defineMethod({
      id: `post_${type}s_id`,
      http: 'POST',
      path: `/${type}s/{id}`,
      scopes: writes,
      query: withFields,
      body: z.strictObject({ name: z.string().optional(), parent: Parent.optional() }),
      status: 201,
      run: ({ account, params, body, query }) => {
        const drive = driveOf(kit, account);
        const item = binned(drive, type, params.id!);
        const to = present(drive, 'folder', body.parent?.id ?? item.parentId!);
        checkName(drive, to.id, body.name ?? item.name, item);
        delete item.trashedAt;
        delete item.sharedLink;
        Object.assign(item, { parentId: to.id, name: body.name ?? item.name });
        touch(kit, item);
        return masked(binView(drive, account, item), query.fields);
      },
    }),
    defineMethod({
      id: `get_${type}s_id_trash`,
      http: 'GET',
      path: `/${type}s/{id}/trash`,
      scopes: reads,
      query: withFields,
      run: ({ account, params }) => {
        const drive = driveOf(kit, account);
        // The bin's answers are whole whatever is asked for.
        return binView(drive, account, binned(drive, type, params.id!));
      },
    }),
  ]);

/** What comes out of the bin tells less of itself. */
function binView(drive: Drive, account: BoxAccount, item: Item): Record<string, unknown> {
  const {
    comment_count: _comments,
    extension: _extension,
    version_number: _version,
    ...rest
  } = fullItem(drive, account, item);
  return rest;
}

/** An item that has a link keeps its address. */
function share(item: Item, link: z.output<typeof SharedLink>): void {
  if (link === null) {
    delete item.sharedLink;
    return;
  }
  const url = item.sharedLink?.url ?? `https://app.box.com/s/${secretName(16)}`;
  item.sharedLink = { url, access: link.access ?? item.sharedLink?.access ?? 'open' };
}
