import { z } from 'zod';
import type { SandboxKit } from '../kit/world.ts';
import { paths, rpc, tag, time, type DropboxMethod } from './arguments.ts';
import { refused } from './refusals.ts';
import { linkView } from './render.ts';
import { boxOf } from './boxes.ts';
import { next, type Box, type Link } from './state.ts';
import { entryAt, keyOf, lookUp, nameOf } from './tree.ts';

const pageSize = 20;

/** Links whose entry is still there, with it. */
const openLinks = (box: Box): { link: Link; path: string }[] =>
  box.links.flatMap((link) => {
    const entry = entryAt(box, link.id);
    return entry ? [{ link, path: entry.path }] : [];
  });

/** Links that others can open. */
export const linkMethods = (kit: SandboxKit): DropboxMethod[] => [
  rpc(
    {
      route: 'sharing/create_shared_link_with_settings',
      scope: 'sharing.write',
      run: (account, { path, settings }) => {
        const box = boxOf(kit, account);
        const entry = lookUp(box, path);
        const there = box.links.find(({ id }) => id === entry.id);
        if (there) {
          const known = { '.tag': 'metadata', metadata: linkView(there, entry) };
          throw refused({ '.tag': 'shared_link_already_exists', shared_link_already_exists: known });
        }
        // Passwords and ends are for paid accounts only.
        if (settings?.link_password !== undefined || settings?.expires !== undefined)
          throw refused({ '.tag': 'settings_error', settings_error: { '.tag': 'not_authorized' } });
        const kind = entry.revisions ? 'fi' : 'fo';
        const secret = `h${String(next(box)).padStart(14, '0')}`;
        const name = encodeURIComponent(nameOf(entry.path));
        const link = {
          id: entry.id,
          url: `https://www.dropbox.com/scl/${kind}/${secret}/${name}?rlkey=${secret}&dl=0`,
        };
        box.links.push(link);
        return linkView(link, entry);
      },
    },
    z.strictObject({
      path: paths.read,
      settings: z
        .strictObject({
          require_password: z.boolean().optional(),
          link_password: z.string().optional(),
          expires: time.optional(),
          audience: tag('public', 'team', 'no_one').optional(),
          access: tag('viewer', 'editor', 'max', 'default').optional(),
          allow_download: z.boolean().optional(),
        })
        .optional(),
    }),
  ),
  rpc(
    {
      route: 'sharing/list_shared_links',
      scope: 'sharing.read',
      run: (account, { path, cursor, direct_only: direct = false }) => {
        const box = boxOf(kit, account);
        const of = path === undefined || path === '' ? undefined : lookUp(box, path);
        const at = cursor === undefined ? 0 : Number(/^links(\d+)$/.exec(cursor)?.[1] ?? Number.NaN);
        if (Number.isNaN(at)) throw refused('reset');
        const all = openLinks(box).filter(({ link, path: lies }) => {
          if (!of || link.id === of.id) return true;
          return !direct && keyOf(of.path).startsWith(`${keyOf(lies)}/`);
        });
        const next = at + pageSize;
        return {
          links: all.slice(at, next).map(({ link }) => linkView(link, entryAt(box, link.id)!)),
          has_more: next < all.length,
          ...(next < all.length && { cursor: `links${next}` }),
        };
      },
    },
    z.strictObject({
      path: paths.readOrRoot.optional(),
      cursor: z.string().optional(),
      direct_only: z.boolean().optional(),
    }),
  ),
  rpc(
    {
      route: 'sharing/revoke_shared_link',
      scope: 'sharing.write',
      run: (account, { url }) => {
        const { links } = boxOf(kit, account);
        const at = links.findIndex((link) => link.url === url);
        if (at < 0)
          throw refused(/^https:\/\/www\.dropbox\.com\//.test(url) ? 'shared_link_not_found' : 'shared_link_malformed');
        links.splice(at, 1);
      },
    },
    z.strictObject({ url: z.string() }),
  ),
];
