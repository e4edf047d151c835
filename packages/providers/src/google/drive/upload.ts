import { HubError } from '@switchboard/contracts';
import { checkedAnswer, type ActionContext, type HttpAnswer, type StagedFile } from '@switchboard/provider-kit';
import { z } from 'zod';
import { valueOf } from '../../shared/json.ts';
import { isUnclear, rangeOf, sendInPieces } from '../../shared/resumable.ts';
import { createBare, outlineOf, type NewFile } from './create.ts';
import { fileFields, GoogleFile } from './file.ts';

const uploads = 'https://www.googleapis.com/upload/drive/v3/files';

/** Sixteen times the 256 KiB that Google counts in; one chunk is held in memory at a time. */
const chunkBytes = 16 * 256 * 1024;

/**
 * Uploads in chunks and goes on where Google says an interrupted one stopped.
 * @see https://developers.google.com/workspace/drive/api/guides/manage-uploads#resumable read on 2026-11-21
 */
export async function upload(context: ActionContext, file: StagedFile, target: NewFile): Promise<GoogleFile> {
  if (file.sizeBytes === 0) return createBare(context, target);
  const session = await begin(context, file, target);
  return sendInPieces<GoogleFile>(file, chunkBytes, {
    async send(bytes, start) {
      const answer = await putRange(context, session, bytes, rangeOf(bytes, start, file.sizeBytes));
      return answer.status === 308 ? { arrived: arrivedIn(answer) } : { made: fileOf(await answer.text()) };
    },
    lost: () => new HubError('provider_unavailable', 'The upload to Google broke off. Nothing was made; try again.'),
  });
}

async function begin(context: ActionContext, file: StagedFile, target: NewFile): Promise<string> {
  const answer = await context.http.request('POST', uploads, {
    query: { uploadType: 'resumable', supportsAllDrives: true, fields: fileFields },
    headers: { 'x-upload-content-type': target.mimeType, 'x-upload-content-length': String(file.sizeBytes) },
    json: await outlineOf(context, target),
    // Only a session is made here; one that nothing is sent to ends by itself.
    idempotent: true,
  });
  const { location } = answer.headers;
  if (!location) throw new HubError('provider_unavailable', 'Google gave no address to upload to. Try again.');
  return location;
}

/** Sends bytes; after an unclear answer asks what has arrived. */
async function putRange(context: ActionContext, session: string, body: Uint8Array, range: string): Promise<HttpAnswer> {
  try {
    return await context.http.request('PUT', session, {
      headers: { 'content-range': range },
      body,
      redirect: 'manual',
    });
  } catch (error) {
    if (!isUnclear(error)) throw error;
    const ask = { 'content-range': `bytes */${range.split('/')[1]}` };
    return context.http.request('PUT', session, { headers: ask, body: '', redirect: 'manual', idempotent: true });
  }
}

/** How many bytes of the file Google has; without a range it has none. */
function arrivedIn({ headers }: HttpAnswer): number {
  const last = /^bytes=0-(\d+)$/.exec(headers.range ?? '')?.[1];
  return last === undefined ? 0 : Number(last) + 1;
}

/** The file that the last chunk's answer tells of. */
const fileOf = (text: string): GoogleFile =>
  checkedAnswer(FileText, text, { provider: { id: 'google', title: 'Google' }, changes: true });

const FileText = z.string().transform(valueOf).pipe(GoogleFile);
