import type { ActionContext } from '@switchboard/provider-kit';
import { z } from 'zod';
import { writeMail } from './api.ts';

/** What a sent message names a stored file by. */
const Stored = z.object({ storeName: z.string(), attachmentName: z.string(), attachmentPath: z.string() });

/**
 * Stores the staged files with Zoho, one after another, so that a message can carry them; none is held in memory.
 * @see https://www.zoho.com/mail/help/api/post-upload-attachments.html (read 2026-11-21)
 */
export async function storeAll(
  context: ActionContext,
  accountId: string,
  attachments: readonly { fileId: string; name?: string | undefined }[],
): Promise<z.output<typeof Stored>[]> {
  const stored = [];
  for (const { fileId, name } of attachments) {
    const file = await context.files.open(fileId);
    const request = {
      query: { fileName: name ?? file.name },
      headers: { 'content-type': 'application/octet-stream', 'content-length': String(file.sizeBytes) },
      body: file.stream(),
    };
    stored.push(await writeMail(context, `/accounts/${accountId}/messages/attachments`, request, Stored));
  }
  return stored;
}
