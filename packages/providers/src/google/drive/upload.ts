import { HubError } from '@switchboard/contracts';
import { checkedAnswer, type ActionContext, type HttpAnswer, type StagedFile } from '@switchboard/provider-kit';
import { z } from 'zod';
import { chunksOf } from './chunks.ts';
import { createBare, outlineOf, type NewFile } from './create.ts';
import { fileFields, GoogleFile } from './file.ts';

const uploads = 'https://www.googleapis.com/upload/drive/v3/files';

/** Sixteen times the 256 KiB that Google counts in; one chunk is held in memory at a time. */
const chunkBytes = 16 * 256 * 1024;

/** A chunk that was cut off is gone on with, unless this many times in a row nothing more arrives. */
const mostStalls = 3;

/**
 * Uploads in chunks and goes on where Google says an interrupted one stopped.
 * @see https://developers.google.com/workspace/drive/api/guides/manage-uploads#resumable read on 2026-11-21
 */
export async function upload(context: ActionContext, file: StagedFile, target: NewFile): Promise<GoogleFile> {
  if (file.sizeBytes === 0) return createBare(context, target);
  const session = await begin(context, file, target);
  let end = 0;
  for await (const chunk of chunksOf(file.stream(), chunkBytes)) {
    const start = end;
    end += chunk.byteLength;
    const made = await sendChunk(context, session, { chunk, start, total: file.sizeBytes });
    if (made) return made;
  }
  throw new HubError('input_invalid', 'The staged file is shorter than it says.');
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

interface Piece {
  readonly chunk: Uint8Array;
  /** Where in the file it begins. */
  readonly start: number;
  readonly total: number;
}

/** Sends one chunk to its end; answers the file once all of it is there. */
async function sendChunk(context: ActionContext, session: string, piece: Piece): Promise<GoogleFile | undefined> {
  const { chunk, start, total } = piece;
  let sent = 0;
  for (let stalls = 0; sent < chunk.byteLength;) {
    const rest = chunk.subarray(sent);
    const answer = await putRange(
      context,
      session,
      rest,
      `bytes ${start + sent}-${start + chunk.byteLength - 1}/${total}`,
    );
    if (answer.status !== 308) return fileOf(await answer.text());
    const arrived = arrivedIn(answer) - start;
    if (arrived < 0 || arrived > chunk.byteLength) throw lost();
    stalls = arrived > sent ? 0 : stalls + 1;
    if (stalls >= mostStalls) throw lost();
    sent = arrived;
  }
  return undefined;
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
    const unclear = error instanceof HubError && ['outcome_unknown', 'provider_unavailable'].includes(error.code);
    if (!unclear) throw error;
    const ask = { 'content-range': `bytes */${range.split('/')[1]}` };
    return context.http.request('PUT', session, { headers: ask, body: '', redirect: 'manual', idempotent: true });
  }
}

/** How many bytes of the file Google has; without a range it has none. */
function arrivedIn({ headers }: HttpAnswer): number {
  const last = /^bytes=0-(\d+)$/.exec(headers.range ?? '')?.[1];
  return last === undefined ? 0 : Number(last) + 1;
}

const lost = (): HubError =>
  new HubError('provider_unavailable', 'The upload to Google broke off. Nothing was made; try again.');

/** The file that the last chunk's answer tells of. */
const fileOf = (text: string): GoogleFile =>
  checkedAnswer(FileText, text, { provider: { id: 'google', title: 'Google' }, changes: true });

const FileText = z.string().transform(valueOf).pipe(GoogleFile);

/** The value of a JSON text, or nothing where it is none. */
function valueOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
