import type { ActionContext, StagedFile } from '@switchboard/provider-kit';
import { z } from 'zod';
import { read, write } from './calls.ts';

const Begun = z.object({ upload_url: z.url(), file_id: z.string() });
const Completed = z.object({ files: z.array(z.object({ id: z.string(), permalink: z.url().optional() })).min(1) });

export interface Target {
  readonly channel: string;
  readonly text?: string;
  readonly threadId?: string;
}

/**
 * Sends a file in three steps: an address is asked for, the bytes go there without a credential, and the file is shared.
 * @see https://docs.slack.dev/messaging/working-with-files#upload read on 2026-11-21
 */
export async function upload(context: ActionContext, file: StagedFile, { channel, text, threadId }: Target) {
  const asked = { filename: file.name, length: file.sizeBytes };
  const { upload_url: address, file_id: id } = await read(context, 'files.getUploadURLExternal', asked, Begun);
  await context.http.request('POST', address, {
    link: true,
    headers: { 'content-type': 'application/octet-stream', 'content-length': String(file.sizeBytes) },
    body: file.stream(),
  });
  const files = JSON.stringify([{ id, title: file.name }]);
  const values = { files, channel_id: channel, initial_comment: text || undefined, thread_ts: threadId };
  return (await write(context, 'files.completeUploadExternal', values, Completed)).files[0]!;
}
