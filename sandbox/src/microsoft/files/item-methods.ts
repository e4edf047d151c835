import { z } from 'zod';
import { q } from '../../kit/api.ts';
import { secretName } from '../../kit/random.ts';
import { Reply } from '../../kit/rest.ts';
import type { SandboxKit } from '../../kit/world.ts';
import type { MicrosoftAccount } from '../accounts.ts';
import { context, defineMethod, listOf, pagedQuery, selected, type GraphMethod } from '../api.ts';
import { invalid, noFile } from '../errors.ts';
import { add, folderBy, mentions, move, named, placeFor } from './change.ts';
import { childrenOf, driveOf, itemBy, rootId, type Item } from './state.ts';
import { shownItem, shownLink } from './view.ts';

const reads = ['Files.Read', 'Files.ReadWrite', 'Files.ReadWrite.All'];
const writes = ['Files.ReadWrite', 'Files.ReadWrite.All'];
const entity = { '@odata.context': context('me/drive/items/$entity') };
const one = z.strictObject({ $select: q.text() });
const behavior = z.enum(['fail', 'replace', 'rename']).default('fail');

/** Folders and files, read and changed. @see https://learn.microsoft.com/graph/api/resources/driveitem (read 2026-11-21) */
export const itemMethods = (kit: SandboxKit): readonly GraphMethod[] => {
  const shown = (account: MicrosoftAccount, item: Item) => ({ ...entity, ...shownItem(kit, account, item) });
  return [
    ...(['/me/drive/root', '/me/drive/items/{item}'] as const).flatMap((path) => [
      defineMethod({
        id: `${path} get`,
        http: 'GET',
        path,
        scopes: reads,
        query: one,
        run: ({ account, params, query }) =>
          selected(shown(account, itemBy(driveOf(kit, account), params.item ?? rootId)), query.$select),
      }),
      defineMethod({
        id: `${path} children`,
        http: 'GET',
        path: `${path}/children`,
        scopes: reads,
        query: z.strictObject(pagedQuery(1000)),
        run: ({ account, params, request, query }) => {
          const drive = driveOf(kit, account);
          const folder = folderBy(drive, params.item ?? rootId);
          const items = childrenOf(drive, folder.id).map((item) => shownItem(kit, account, item));
          return listOf(request, `children:${folder.id}`, items, query, 200);
        },
      }),
      defineMethod({
        id: `${path} children post`,
        http: 'POST',
        path: `${path}/children`,
        scopes: writes,
        body: z.strictObject({
          name: z.string(),
          folder: z.strictObject({}),
          '@microsoft.graph.conflictBehavior': behavior,
        }),
        status: 201,
        run: ({ account, params, body }) => {
          const drive = driveOf(kit, account);
          const folder = folderBy(drive, params.item ?? rootId);
          const place = placeFor(drive, folder, body.name, body['@microsoft.graph.conflictBehavior']);
          if (typeof place !== 'string') throw invalid('There is a file of this name.', 'nameAlreadyExists', 409);
          return shown(account, add(kit, drive, folder, place));
        },
      }),
    ]),
    defineMethod({
      id: 'me.drive.items.byPath',
      http: 'GET',
      path: '/me/drive/items/{item}:/{name}',
      scopes: reads,
      query: one,
      run: ({ account, params, query }) => {
        const drive = driveOf(kit, account);
        const found = named(drive, folderBy(drive, params.item!).id, params.name!);
        if (!found) throw noFile();
        return selected(shown(account, found), query.$select);
      },
    }),
    defineMethod({
      id: 'me.drive.root.search',
      http: 'GET',
      path: "/me/drive/root/search(q='{q}')",
      scopes: reads,
      query: z.strictObject(pagedQuery(1000)),
      run: ({ account, params, request, query }) => {
        const drive = driveOf(kit, account);
        const words = params.q!.replaceAll("''", "'");
        const live = reachable(rootId, (id) => childrenOf(drive, id));
        const items = live.filter((item) => mentions(kit, drive, item, words));
        return listOf(request, 'search', items.map((item) => shownItem(kit, account, item)), query, 200); // prettier-ignore
      },
    }),
    defineMethod({
      id: 'me.drive.items.update',
      http: 'PATCH',
      path: '/me/drive/items/{item}',
      scopes: writes,
      query: one,
      body: z.strictObject({
        name: z.string().optional(),
        description: z.string().optional(),
        parentReference: z.strictObject({ id: z.string().optional(), driveId: z.string().optional() }).optional(),
      }),
      run: ({ account, params, body }) => {
        const drive = driveOf(kit, account);
        const item = itemBy(drive, params.item!);
        move(kit, drive, item, { name: body.name, parent: body.parentReference?.id });
        return shown(account, item);
      },
    }),
    defineMethod({
      id: 'me.drive.items.delete',
      http: 'DELETE',
      path: '/me/drive/items/{item}',
      scopes: writes,
      run: ({ account, params }) => {
        const item = itemBy(driveOf(kit, account), params.item!);
        if (item.parent === null) throw invalid('The root folder cannot be deleted.', 'accessDenied', 403);
        item.binned = new Date(kit.clock()).toISOString();
        kit.store.changed();
        return Reply.empty(204);
      },
    }),
    defineMethod({
      id: 'me.drive.items.restore',
      http: 'POST',
      path: '/me/drive/items/{item}/restore',
      scopes: writes,
      body: z.strictObject({
        name: z.string().optional(),
        parentReference: z.strictObject({ id: z.string() }).optional(),
      }),
      run: ({ account, params, body }) => {
        const drive = driveOf(kit, account);
        const item = Object.hasOwn(drive.items, params.item!) ? drive.items[params.item!] : undefined;
        if (item?.binned === undefined) throw noFile();
        const folder = folderBy(drive, body.parentReference?.id ?? item.parent!);
        const place = placeFor(drive, folder, body.name ?? item.name, 'fail');
        delete item.binned;
        Object.assign(item, { name: place, parent: folder.id });
        kit.store.changed();
        return shown(account, item);
      },
    }),
    defineMethod({
      id: 'me.drive.items.createLink',
      http: 'POST',
      path: '/me/drive/items/{item}/createLink',
      scopes: writes,
      body: z.strictObject({
        type: z.enum(['view', 'edit']),
        scope: z.enum(['anonymous', 'organization']).default('anonymous'),
      }),
      run: ({ account, params, body }) => {
        const item = itemBy(driveOf(kit, account), params.item!);
        const there = item.links.find(({ type, scope }) => type === body.type && scope === body.scope);
        const link = there ?? { id: secretName(12), ...body };
        if (!there) item.links.push(link);
        kit.store.changed();
        return Reply.json(there ? 200 : 201, { '@odata.context': context('permission'), ...shownLink(account, link) });
      },
    }),
    defineMethod({
      id: 'me.drive.items.permissions',
      http: 'GET',
      path: '/me/drive/items/{item}/permissions',
      scopes: reads,
      run: ({ account, params }) => {
        const { links } = itemBy(driveOf(kit, account), params.item!);
        return { '@odata.context': context('permissions'), value: links.map((link) => shownLink(account, link)) };
      },
    }),
    defineMethod({
      id: 'me.drive.items.permissions.delete',
      http: 'DELETE',
      path: '/me/drive/items/{item}/permissions/{permission}',
      scopes: writes,
      run: ({ account, params }) => {
        const { links } = itemBy(driveOf(kit, account), params.item!);
        const at = links.findIndex(({ id }) => id === params.permission);
        if (at < 0) throw noFile();
        links.splice(at, 1);
        kit.store.changed();
        return Reply.empty(204);
      },
    }),
  ];
};

const reachable = (id: string, children: (id: string) => Item[]): Item[] =>
  children(id).flatMap((item) => [item, ...(item.content ? [] : reachable(item.id, children))]);
