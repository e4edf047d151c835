import { createHash } from 'node:crypto';
import type { SandboxKit } from '../../kit/world.ts';
import type { MicrosoftAccount } from '../accounts.ts';
import { childrenOf, driveOf, pathOf, type Drive, type Item, type Link } from './state.ts';

/** Where a person's files are served: a work account's on the tenant's own host. */
export const hostOf = ({ name }: Pick<MicrosoftAccount, 'name'>): string =>
  name.startsWith('Ada') ? 'https://fernhill-my.sharepoint.com' : 'https://my.microsoftpersonalcontent.com';

const sizeOf = (drive: Drive, item: Item): number =>
  item.content?.size ?? childrenOf(drive, item.id).reduce((sum, child) => sum + sizeOf(drive, child), 0);

/** A drive item as Graph gives it. @see https://learn.microsoft.com/graph/api/resources/driveitem (read 2026-11-21) */
export function shownItem(kit: SandboxKit, account: MicrosoftAccount, item: Item): Record<string, unknown> {
  const drive = driveOf(kit, account);
  const path = pathOf(drive, item);
  const above = item.parent === null ? undefined : drive.items[item.parent]!;
  const identity = { user: { id: account.id, displayName: account.name } };
  const { content } = item;
  return {
    '@odata.etag': `"{${item.id}},${item.version}"`,
    id: item.id,
    name: item.name,
    size: sizeOf(drive, item),
    createdDateTime: item.created,
    lastModifiedDateTime: item.modified,
    eTag: `"{${item.id}},${item.version}"`,
    cTag: `"c:{${item.id}},${item.version}"`,
    webUrl: `${hostOf(account)}/personal/documents/${path.map(encodeURIComponent).join('/')}`,
    createdBy: identity,
    lastModifiedBy: identity,
    parentReference: {
      driveType: 'business',
      driveId: account.driveId,
      ...(above && { id: above.id, path: `/drive/root:${pathOf(drive, above).map((name) => `/${encodeURIComponent(name)}`).join('')}` }), // prettier-ignore
    },
    fileSystemInfo: { createdDateTime: item.created, lastModifiedDateTime: item.modified },
    ...(item.parent === null && { root: {} }),
    ...(content
      ? { file: { mimeType: content.mediaType, hashes: { sha1Hash: sha1Of(kit, content.blob) } } }
      : { folder: { childCount: childrenOf(drive, item.id).length } }),
    ...(item.links.length > 0 && { shared: { scope: 'anonymous' } }),
  };
}

const sha1Of = (kit: SandboxKit, blob: string): string =>
  createHash('sha1').update(kit.store.blob(blob)).digest('hex').toUpperCase();

export const shownLink = (account: MicrosoftAccount, { id, type, scope }: Link): Record<string, unknown> => ({
  id,
  roles: [type === 'view' ? 'read' : 'write'],
  shareId: `s!${id}`,
  hasPassword: false,
  link: { type, scope, webUrl: `${hostOf(account)}/:x:/g/personal/documents/${id}`, preventsDownload: false },
});
