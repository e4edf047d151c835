import { HubError } from '@switchboard/contracts';
import { chunksOf, type ActionContext, type StagedFile } from '@switchboard/provider-kit';
import { z } from 'zod';
import { headers, messagePath } from './calls.ts';

/** Up to here a file goes with one call. @see https://learn.microsoft.com/graph/outlook-large-attachments (read 2026-11-21) */
const inlineBytes = 3_000_000;
const mostBytes = 150 * 1024 * 1024;
/** A multiple of 320 KiB below 4 MB. */
const chunkBytes = 10 * 320 * 1024;

export interface Attached {
  readonly name: string;
  readonly file: StagedFile;
}

/** The staged files with their names. @throws HubError `input_invalid` for one that is larger than Outlook takes. */
export async function openFiles(
  { files }: Pick<ActionContext, 'files'>,
  attachments: readonly { readonly fileId: string; readonly name?: string | undefined }[],
): Promise<Attached[]> {
  const opened: Attached[] = [];
  for (const [at, { fileId, name }] of attachments.entries()) {
    const file = await files.open(fileId);
    const message = `Outlook takes attachments up to 150 MB; ${file.name} is larger.`;
    if (file.sizeBytes > mostBytes)
      throw new HubError('input_invalid', message, { errors: [{ path: `/attachments/${at}`, message }] });
    opened.push({ name: name ?? file.name, file });
  }
  return opened;
}

/** Puts files on a draft, one after the other, never more than a few megabytes in memory. */
export async function attachFiles(
  context: Pick<ActionContext, 'http'>,
  draftId: string,
  files: readonly Attached[],
): Promise<void> {
  for (const { name, file } of files) {
    if (file.sizeBytes > inlineBytes) await upload(context, draftId, { name, file });
    else {
      const contentBytes = Buffer.from(await file.bytes()).toString('base64');
      const json = {
        '@odata.type': '#microsoft.graph.fileAttachment',
        name,
        contentType: file.mediaType,
        contentBytes,
      };
      await context.http.request('POST', `${messagePath(draftId)}/attachments`, { json, headers });
    }
  }
}

/** @see https://learn.microsoft.com/graph/api/attachment-createuploadsession (read 2026-11-21) */
async function upload({ http }: Pick<ActionContext, 'http'>, draftId: string, { name, file }: Attached): Promise<void> {
  const size = file.sizeBytes;
  const AttachmentItem = { attachmentType: 'file', name, size, contentType: file.mediaType };
  const path = `${messagePath(draftId)}/attachments/createUploadSession`;
  const schema = z.object({ uploadUrl: z.url() });
  const { uploadUrl } = await http.post(path, { json: { AttachmentItem }, headers, schema });
  let at = 0;
  for await (const chunk of chunksOf(file.stream(), chunkBytes)) {
    await put(http, uploadUrl, { chunk, at, size });
    at += chunk.byteLength;
  }
}

interface Chunk {
  readonly chunk: Uint8Array;
  readonly at: number;
  readonly size: number;
}

/** Sends a chunk; one that was interrupted goes on where Outlook says it stopped. */
async function put(http: ActionContext['http'], url: string, { chunk, at, size }: Chunk): Promise<void> {
  try {
    await putFrom(http, url, { chunk, at, size });
  } catch (error) {
    const next = await nextByte(http, url).catch(() => undefined);
    if (next === undefined || next < at || next > at + chunk.byteLength) throw error;
    if (next < at + chunk.byteLength) await putFrom(http, url, { chunk: chunk.subarray(next - at), at: next, size });
  }
}

async function putFrom(http: ActionContext['http'], url: string, { chunk, at, size }: Chunk): Promise<void> {
  const range = { 'content-type': 'application/octet-stream', 'content-range': `bytes ${at}-${at + chunk.byteLength - 1}/${size}` }; // prettier-ignore
  await http.request('PUT', url, { link: true, body: chunk, headers: range });
}

/** The first byte that Outlook does not have yet; undefined where it expects none. */
async function nextByte(http: ActionContext['http'], url: string): Promise<number | undefined> {
  const schema = z.object({ nextExpectedRanges: z.array(z.string()) });
  const [range = ''] = (await http.get(url, { link: true, schema })).nextExpectedRanges;
  return /^\d+/.test(range) ? Number.parseInt(range, 10) : undefined;
}
