import { z } from 'zod';
import { json, type SandboxAnswer, type SandboxRequest } from '../../kit/exchange.ts';
import { secretName } from '../../kit/random.ts';
import { Reply } from '../../kit/rest.ts';
import type { SandboxKit } from '../../kit/world.ts';
import { accounts, type MicrosoftAccount } from '../accounts.ts';
import { context, defineMethod, type GraphMethod } from '../api.ts';
import { graphError, invalid } from '../errors.ts';
import { folderBy, placeFor, store } from './change.ts';
import { serveSession } from './sessions.ts';
import { driveOf, itemBy } from './state.ts';
import { hostOf, shownItem } from './view.ts';

const reads = ['Files.Read', 'Files.ReadWrite', 'Files.ReadWrite.All'];
const writes = ['Files.ReadWrite', 'Files.ReadWrite.All'];
const behaviors = z.enum(['fail', 'replace', 'rename']);
const mostSimple = 250 * 1024 * 1024;
const linkMs = 3_600_000;
const sessionMs = 24 * 3_600_000;

/** Contents: downloads by a signed address, uploads whole and in pieces. @see https://learn.microsoft.com/graph/api/driveitem-put-content (read 2026-11-21) */
export const contentMethods = (kit: SandboxKit): readonly GraphMethod[] => [
  defineMethod({
    id: 'me.drive.items.content',
    http: 'GET',
    path: '/me/drive/items/{item}/content',
    scopes: reads,
    run: ({ account, params }) => {
      const drive = driveOf(kit, account);
      const item = itemBy(drive, params.item!);
      if (!item.content) throw invalid('You cannot get content for a folder', 'notSupported');
      const token = secretName();
      drive.downloads[token] = { item: item.id, expiresAt: kit.clock() + linkMs };
      kit.store.changed();
      return Reply.empty(302, { location: `${hostOf(account)}/_layouts/15/download.aspx?tempauth=${token}` });
    },
  }),
  defineMethod({
    id: 'me.drive.items.putContent',
    http: 'PUT',
    path: '/me/drive/items/{item}:/{name}:/content',
    scopes: writes,
    query: z.strictObject({ '@microsoft.graph.conflictBehavior': behaviors.default('replace') }),
    body: z.instanceof(Buffer),
    accepts: ['bytes'],
    run: ({ account, params, query, body, request }) => {
      if (body.length > mostSimple) throw invalid('The file is too large.', 'invalidRequest', 413);
      const drive = driveOf(kit, account);
      const folder = folderBy(drive, params.item!);
      const mediaType = request.headers['content-type'] ?? 'application/octet-stream';
      const to = { folder, name: params.name!, behavior: query['@microsoft.graph.conflictBehavior'], mediaType };
      const { item, isNew } = store(kit, drive, to, body);
      const shown = { '@odata.context': context('me/drive/items/$entity'), ...shownItem(kit, account, item) };
      return Reply.json(isNew ? 201 : 200, shown);
    },
  }),
  defineMethod({
    id: 'me.drive.items.createUploadSession',
    http: 'POST',
    path: '/me/drive/items/{item}:/{name}:/createUploadSession',
    scopes: writes,
    body: z.strictObject({
      item: z
        .strictObject({
          '@microsoft.graph.conflictBehavior': behaviors.optional(),
          name: z.string().optional(),
          fileSize: z.int().optional(),
        })
        .optional(),
    }),
    run: ({ account, params, body }) => {
      const drive = driveOf(kit, account);
      const folder = folderBy(drive, params.item!);
      const behavior = body.item?.['@microsoft.graph.conflictBehavior'] ?? 'replace';
      const place = placeFor(drive, folder, params.name!, behavior);
      const token = secretName();
      const expiresAt = kit.clock() + sessionMs;
      const name = typeof place === 'string' ? place : place.name;
      drive.sessions[token] = {
        parent: folder.id,
        name,
        replaces: behavior === 'replace',
        expiresAt,
        blobs: [],
        received: 0,
      };
      kit.store.changed();
      return {
        '@odata.context': context('microsoft.graph.uploadSession'),
        uploadUrl: `${hostOf(account)}/_api/v2.0/drive/uploadSession?guid=${token}`,
        expirationDateTime: new Date(expiresAt).toISOString(),
        nextExpectedRanges: ['0-'],
      };
    },
  }),
];

/** The hosts of signed addresses: they take no token, and refuse one that is offered. */
export const serveFiles =
  (kit: SandboxKit) =>
  (request: SandboxRequest): SandboxAnswer => {
    const account = accounts.find((one) => hostOf(one) === request.origin)!;
    if (request.headers.authorization !== undefined)
      return json(401, graphError('unauthenticated', 'A signed address takes no credential.'));
    if (request.path === '/_api/v2.0/drive/uploadSession') return serveSession(kit, account, request);
    return download(kit, account, request);
  };

function download(kit: SandboxKit, account: MicrosoftAccount, { method, path, query }: SandboxRequest): SandboxAnswer {
  const drive = driveOf(kit, account);
  const token = query.get('tempauth') ?? '';
  const link = Object.hasOwn(drive.downloads, token) ? drive.downloads[token] : undefined;
  const content = link && drive.items[link.item]?.content;
  if (method !== 'GET' || path !== '/_layouts/15/download.aspx' || !content || link.expiresAt <= kit.clock())
    return json(401, graphError('unauthenticated', 'The address is no longer good.'));
  return { status: 200, headers: { 'content-type': content.mediaType }, body: kit.store.blob(content.blob) };
}
