import { HubError } from '@switchboard/contracts';
import {
  checkedAnswer,
  chunksOf,
  type ActionContext,
  type HttpAnswer,
  type StagedFile,
} from '@switchboard/provider-kit';
import { z } from 'zod';
import { DriveItem, keepsOld, namedPath } from './item.ts';

export interface Target {
  readonly folder: string | undefined;
  readonly name: string;
}

/** Up to this size a file is sent whole. */
const mostWhole = 4 * 1024 * 1024;

/** Pieces are multiples of 320 KiB; this is sixteen of them, 5 MiB, of which one is held at a time. */
const pieceBytes = 16 * 320 * 1024;

/** A piece that was cut off is gone on with, unless this many times in a row nothing more arrives. */
const mostStalls = 3;

const Session = z.object({ uploadUrl: z.url() });
const Ranges = z.object({ nextExpectedRanges: z.array(z.string()) });
const attempt = { provider: { id: 'microsoft', title: 'Microsoft 365' }, changes: true };

/**
 * Uploads a staged file: a small one whole, a large one in pieces that go on where Microsoft says an interrupted one stopped.
 * @see https://learn.microsoft.com/graph/api/driveitem-createuploadsession (read 2026-11-21)
 * @throws HubError `conflict` where the name is taken.
 */
export async function upload(context: ActionContext, file: StagedFile, { folder, name }: Target): Promise<DriveItem> {
  const at = namedPath(folder, name);
  if (file.sizeBytes <= mostWhole) {
    const headers = { 'content-type': file.mediaType || 'application/octet-stream' };
    const body = await file.bytes();
    return context.http.put(`${at}:/content`, { query: keepsOld, headers, body, schema: DriveItem });
  }
  const { uploadUrl } = await context.http.post(`${at}:/createUploadSession`, {
    json: { item: keepsOld },
    // Only a session is begun here; one that nothing is sent to ends by itself.
    idempotent: true,
    schema: Session,
  });
  let start = 0;
  for await (const bytes of chunksOf(file.stream(), pieceBytes)) {
    const made = await sendPiece(context, uploadUrl, { bytes, start, total: file.sizeBytes });
    if (made) return made;
    start += bytes.byteLength;
  }
  throw new HubError('input_invalid', 'The staged file is shorter than it says.');
}

interface Piece {
  readonly bytes: Uint8Array;
  /** Where in the file it begins. */
  readonly start: number;
  readonly total: number;
}

/** Sends one piece to its end; answers the file once all of it is there. */
async function sendPiece(context: ActionContext, session: string, piece: Piece): Promise<DriveItem | undefined> {
  const { bytes, start, total } = piece;
  let sent = 0;
  for (let stalls = 0; sent < bytes.byteLength;) {
    const range = `bytes ${start + sent}-${start + bytes.byteLength - 1}/${total}`;
    const answer = await put(context, session, bytes.subarray(sent), range);
    const body = valueOf(await answer.text());
    const { data: ranges } = Ranges.safeParse(body);
    if (!ranges) return checkedAnswer(DriveItem, body, attempt);
    const arrived = Number.parseInt(ranges.nextExpectedRanges[0] ?? '', 10) - start;
    if (!(arrived >= sent && arrived <= bytes.byteLength)) throw lost();
    stalls = arrived > sent ? 0 : stalls + 1;
    if (stalls >= mostStalls) throw lost();
    sent = arrived;
  }
  return undefined;
}

/** Sends bytes; after an unclear answer, or where they are there already, asks what has arrived. The address takes no token. */
async function put({ http }: ActionContext, session: string, body: Uint8Array, range: string): Promise<HttpAnswer> {
  const headers = { 'content-range': range, 'content-type': 'application/octet-stream' };
  try {
    return await http.request('PUT', session, { link: true, headers, body });
  } catch (error) {
    const unclear = error instanceof HubError && ['outcome_unknown', 'provider_unavailable'].includes(error.code);
    if (!unclear) throw error;
    return await http.request('GET', session, { link: true }).catch((gone: unknown) => {
      // The session ends with the last piece, so that piece may have made the file.
      if (gone instanceof HubError && gone.code === 'not_found') throw error;
      throw gone;
    });
  }
}

const lost = (): HubError =>
  new HubError('provider_unavailable', 'The upload to OneDrive broke off. Nothing was made; try again.');

function valueOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
