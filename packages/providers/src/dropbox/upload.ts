import { HubError } from '@switchboard/contracts';
import { checkedAnswer, chunksOf, type ActionContext, type StagedFile } from '@switchboard/provider-kit';
import { z } from 'zod';
import { valueOf } from '../shared/json.ts';
import { isUnclear, sendPiece } from '../shared/resumable.ts';
import { content, headerJson } from './calls.ts';
import { DropboxFile } from './items.ts';

/** Where the file goes, and what happens when a file of that name lies there. */
export interface Commit {
  readonly path: string;
  readonly mode: 'add' | 'overwrite';
  readonly autorename: boolean;
}

/** Sizes in bytes; a larger file than `whole` goes in chunks. */
export interface Sizes {
  readonly whole: number;
  readonly chunk: number;
}

/** Dropbox takes at most 150 MiB in one request; one chunk is held in memory at a time. */
const usualSizes: Sizes = { whole: 150 * 2 ** 20, chunk: 8 * 2 ** 20 };

const octets = { 'content-type': 'application/octet-stream' };
const SessionStarted = z.object({ session_id: z.string().min(1) });

/** @see https://www.dropbox.com/developers/documentation/http/documentation#files-upload read on 2026-11-21 */
export async function upload(
  context: ActionContext,
  file: StagedFile,
  commit: Commit,
  sizes: Sizes = usualSizes,
): Promise<DropboxFile> {
  if (file.sizeBytes > sizes.whole) return uploadInChunks(context, file, commit, sizes.chunk);
  return context.http.post(`${content}/files/upload`, {
    headers: { ...octets, 'dropbox-api-arg': headerJson(commit), 'content-length': String(file.sizeBytes) },
    body: file.sizeBytes === 0 ? '' : file.stream(),
    schema: DropboxFile,
  });
}

async function uploadInChunks(
  context: ActionContext,
  file: StagedFile,
  commit: Commit,
  chunkBytes: number,
): Promise<DropboxFile> {
  const session = await call(context, 'upload_session/start', {}, '', SessionStarted, true);
  const cursor = { session_id: session.session_id, offset: 0 };
  for await (const chunk of chunksOf(file.stream(), chunkBytes)) {
    await sendPiece(chunk, cursor.offset, {
      send: async (bytes, offset) => ({ arrived: await appendAt(context, { ...cursor, offset }, bytes) }),
      lost,
    });
    cursor.offset += chunk.byteLength;
  }
  if (cursor.offset !== file.sizeBytes)
    throw new HubError('input_invalid', 'The staged file is not as long as it says.');
  return call(context, 'upload_session/finish', { cursor, commit }, '', DropboxFile);
}

/** Where the upload stands afterwards; it stands where it did after an unclear answer, and the next try tells more. */
async function appendAt(
  context: ActionContext,
  cursor: { readonly session_id: string; readonly offset: number },
  bytes: Uint8Array,
): Promise<number> {
  try {
    await call(context, 'upload_session/append_v2', { cursor }, bytes, z.null());
    return cursor.offset + bytes.byteLength;
  } catch (error) {
    if (!(error instanceof HubError)) throw error;
    const correct = /^incorrect_offset (\d+)$/.exec(error.details.reason ?? '')?.[1];
    if (correct !== undefined) return Number(correct);
    if (isUnclear(error)) return cursor.offset;
    throw error;
  }
}

const lost = (): HubError =>
  new HubError('provider_unavailable', 'The upload to Dropbox broke off. Nothing was made; try again.');

async function call<T>(
  { http }: ActionContext,
  route: string,
  argument: unknown,
  body: Uint8Array | string,
  schema: z.ZodType<T>,
  idempotent = false,
): Promise<T> {
  const headers = { ...octets, 'dropbox-api-arg': headerJson(argument) };
  return http.post(`${content}/files/${route}`, { headers, body, schema, idempotent });
}

/** The metadata that comes in a header beside a download's bytes. */
export const resultIn = (headers: Readonly<Record<string, string>>): DropboxFile =>
  checkedAnswer(ResultText, headers['dropbox-api-result'] ?? '', {
    provider: { id: 'dropbox', title: 'Dropbox' },
    changes: false,
  });

const ResultText = z.string().transform(valueOf).pipe(DropboxFile);
