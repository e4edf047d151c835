import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { fetchFile, itemChoice } from '../drive/calls.ts';
import { grant, permissionsOf, rightOf, ungrant, type GooglePermission } from '../drive/permissions.ts';

const Shared = z.object({
  itemId: z.string(),
  permissionId: z.string(),
  email: z.string(),
  role: z.string(),
});

export const shareFile = defineAction({
  name: 'share_file',
  title: 'Share with a person',
  description: 'Lets a person read, comment on or change a file or folder, and has Google write to them unless told.',
  effect: 'send',
  idempotent: false,
  needs: ['drive.file'],
  phrases: ['share {itemId} with {email}', 'let {email} edit {itemId}'],
  input: z.strictObject({
    itemId: itemChoice,
    email: z.email().describe('Mail address of the person'),
    role: z.enum(['reader', 'commenter', 'writer']).default('reader').describe('What the person may do'),
    notify: z.boolean().default(true).describe('Google writes to the person'),
    message: z.string().max(2000).describe('Words for that mail').optional(),
  }),
  output: Shared,

  async before(context, { itemId, email }): Promise<{ name: string; right?: GooglePermission }> {
    const { name } = await fetchFile(context, itemId);
    return { name, right: rightOf(await permissionsOf(context, itemId), email) };
  },

  /** @see https://developers.google.com/workspace/drive/api/reference/rest/v3/permissions/create */
  async run(context, { itemId, email, role, notify, message }) {
    const made = await grant(context, itemId, { email, role, notify, message });
    return { itemId, permissionId: made.id, email, role: made.role };
  },

  async recover(context, { itemId, email, role }) {
    const right = rightOf(await permissionsOf(context, itemId), email);
    return right?.role === role ? { itemId, permissionId: right.id, email, role } : undefined;
  },

  undo: (context, { input, output, before }) =>
    ungrant(context, input.itemId, { id: output.permissionId, before: before.right }),

  examples: [{ input: { itemId: 'file-hub-notes', email: 'priya@fernhill.example', role: 'commenter' } }],
});
