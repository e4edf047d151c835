import { FileItem } from '@switchboard/contracts';
import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { fetchFile, itemChoice } from '../drive/calls.ts';
import { toFileItem } from '../drive/file.ts';

export const getFile = defineAction({
  name: 'get_file',
  title: 'Look at a file',
  description: 'Reads the name, kind, size and place of a file or folder, without its content.',
  effect: 'read',
  idempotent: true,
  needs: ['drive.read'],
  phrases: ['details of the file {itemId}', 'how big is {itemId}'],
  input: z.strictObject({ itemId: itemChoice }),
  output: FileItem,

  /** @see https://developers.google.com/workspace/drive/api/reference/rest/v3/files/get */
  run: async (context, { itemId }) => toFileItem(await fetchFile(context, itemId)),

  examples: [{ input: { itemId: 'file-contract' } }],
});
