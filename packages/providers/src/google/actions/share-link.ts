import { filesShareLink, HubError } from '@switchboard/contracts';
import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { fetchFile, itemChoice } from '../drive/calls.ts';
import { grant, permissionsOf, rightOf, ungrant, type GooglePermission } from '../drive/permissions.ts';

/** What a link may allow, each more than the one before; a link that allows more already stays as it is. */
const roles = ['reader', 'commenter', 'writer'] as const;
const rankOf = (role: string): number => roles.findIndex((one) => one === role);

export const shareLink = defineAction({
  name: 'share_link',
  title: 'Share by link',
  description:
    'Lets everyone who has the link open a file or folder, and gives the link. Running it twice has one effect.',
  fulfils: filesShareLink,
  effect: 'send',
  idempotent: true,
  needs: ['drive.file'],
  phrases: ['link to {itemId}', 'share {itemId} by link'],
  input: filesShareLink.input.extend({
    itemId: itemChoice,
    role: z.enum(roles).default('reader').describe('What they may do'),
  }),
  output: filesShareLink.output,

  async before(context, { itemId }): Promise<{ name: string; right?: GooglePermission }> {
    const { name } = await fetchFile(context, itemId);
    return { name, right: rightOf(await permissionsOf(context, itemId), undefined) };
  },

  /** @see https://developers.google.com/workspace/drive/api/guides/manage-sharing */
  async run(context, { itemId, role }) {
    const right = rightOf(await permissionsOf(context, itemId), undefined);
    if (!right || rankOf(right.role) < rankOf(role)) await grant(context, itemId, { role });
    const { webViewLink } = await fetchFile(context, itemId);
    if (!webViewLink) throw new HubError('provider_rejected', 'Google has no link for this file.');
    return { itemId, url: webViewLink };
  },

  async undo(context, { input, before }) {
    const right = rightOf(await permissionsOf(context, input.itemId), undefined);
    if (right) await ungrant(context, input.itemId, { id: right.id, before: before.right });
  },

  examples: [{ input: { itemId: 'file-hub-notes' } }],
});
