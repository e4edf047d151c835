import { filesList } from '@switchboard/contracts';
import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { everywhere, filesBy } from '../drive/calls.ts';

export const listOwnFiles = defineAction({
  name: 'list_own_files',
  title: 'List files of the hub',
  description:
    'Lists the files and folders that the hub made in the Drive, newest first; others it may not see with this.',
  effect: 'read',
  idempotent: true,
  needs: ['drive.file'],
  phrases: ['files the hub made', 'what did the hub upload'],
  input: z.strictObject({ limit: filesList.input.shape.limit, cursor: filesList.input.shape.cursor }),
  output: filesList.output,

  /** @see https://developers.google.com/workspace/drive/api/guides/api-specific-auth */
  run: (context, page) =>
    filesBy(
      context,
      { q: 'trashed = false', orderBy: 'createdTime desc', ...everywhere, includeItemsFromAllDrives: true },
      page,
    ),

  examples: [{ input: {} }],
});
