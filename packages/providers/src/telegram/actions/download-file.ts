import { FileId, HubError } from '@switchboard/contracts';
import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { call } from '../calls.ts';

const Found = z.object({
  file_path: z
    .string()
    .regex(/^[\w./-]+$/)
    .optional(),
});

export const downloadFile = defineAction({
  name: 'download_file',
  title: 'Download a received file',
  description: 'Puts a file that someone sent to the bot among your staged files; Telegram gives bots at most 20 MB.',
  effect: 'read',
  idempotent: true,
  needs: ['messages.read'],
  phrases: ['download {telegramFileId}'],
  input: z.strictObject({
    telegramFileId: z
      .string()
      .regex(/^[\w-]{1,256}$/)
      .describe("Telegram's id of the file, as list_messages tells"),
    name: z.string().min(1).max(255).default('file').describe('Name it gets'),
    mediaType: z.string().max(128).default('application/octet-stream').describe('Its media type'),
  }),
  output: z.object({ fileId: FileId, name: z.string(), mediaType: z.string(), sizeBytes: z.int().nonnegative() }),

  /** @see https://core.telegram.org/bots/api#getfile */
  async run(context, { telegramFileId, name, mediaType }) {
    const json = { file_id: telegramFileId };
    const { file_path: path } = await call(context, 'getFile', { json, idempotent: true }, Found);
    if (path === undefined) throw new HubError('provider_rejected', 'Telegram does not give this file to bots.');
    const answer = await context.http.request('GET', `/file/${path}`, { streamed: true });
    const { fileId, sizeBytes } = await context.files.save({ name, mediaType }, answer.stream());
    return { fileId: FileId.parse(fileId), name, mediaType, sizeBytes };
  },

  examples: [
    { input: { telegramFileId: 'BQACAgQAAxkBAAIBsketch01', name: 'quay-map-sketch.png', mediaType: 'image/png' } },
  ],
});
