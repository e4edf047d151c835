import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { asRead, driveOf } from '../client.ts';

const GoogleDrives = z.object({
  drives: z.array(z.object({ id: z.string(), name: z.string() })).default([]),
  nextPageToken: z.string().optional(),
});

export const listDrives = defineAction({
  name: 'list_drives',
  title: 'List shared drives',
  description: 'Lists the shared drives that the account is a member of; their ids stand for their top folders.',
  effect: 'read',
  idempotent: true,
  needs: ['drive.read'],
  phrases: ['my shared drives', 'which shared drives are there'],
  input: z.strictObject({
    limit: z.int().min(1).max(100).default(50).describe('At most this many'),
    cursor: z.string().max(4096).describe('Where the last page ended').optional(),
  }),
  output: z.object({
    drives: z.array(z.object({ id: z.string(), name: z.string() })),
    nextCursor: z.string().optional(),
  }),

  /** @see https://developers.google.com/workspace/drive/api/reference/rest/v3/drives/list */
  async run(context, { limit, cursor }) {
    const drive = await driveOf(context);
    const page = asRead(GoogleDrives, await drive.drives.list({ pageSize: limit, pageToken: cursor }));
    return { drives: page.drives, nextCursor: page.nextPageToken };
  },

  examples: [{ input: {} }],
});
