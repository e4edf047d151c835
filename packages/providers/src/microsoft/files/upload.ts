import { HubError } from '@switchboard/contracts';
import { checkedAnswer, type ActionContext, type HttpAnswer, type StagedFile } from '@switchboard/provider-kit';
import { z } from 'zod';
import { valueOf } from '../../shared/json.ts';
import { isUnclear, rangeOf, sendInPieces } from '../../shared/resumable.ts';
import { DriveItem, keepsOld, namedPath } from './item.ts';

export interface Target {
  readonly folder: string | undefined;
  readonly name: string;
}

/** Up to this size a file is sent whole. */
const mostWhole = 4 * 1024 * 1024;

/** Pieces are multiples of 320 KiB; this is sixteen of them, 5 MiB, of which one is held at a time. */
const pieceBytes = 16 * 320 * 1024;

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
  return sendInPieces<DriveItem>(file, pieceBytes, {
    async send(bytes, start) {
      const answer = await put(context, uploadUrl, bytes, rangeOf(bytes, start, file.sizeBytes));
      const body = valueOf(await answer.text());
      const { data: ranges } = Ranges.safeParse(body);
      return ranges
        ? { arrived: Number.parseInt(ranges.nextExpectedRanges[0] ?? '', 10) }
        : { made: checkedAnswer(DriveItem, body, attempt) };
    },
    lost: () => new HubError('provider_unavailable', 'The upload to OneDrive broke off. Nothing was made; try again.'),
  });
}

/** Sends bytes; after an unclear answer, or where they are there already, asks what has arrived. The address takes no token. */
async function put({ http }: ActionContext, session: string, body: Uint8Array, range: string): Promise<HttpAnswer> {
  const headers = { 'content-range': range, 'content-type': 'application/octet-stream' };
  try {
    return await http.request('PUT', session, { link: true, headers, body });
  } catch (error) {
    if (!isUnclear(error)) throw error;
    return await http.request('GET', session, { link: true }).catch((gone: unknown) => {
      // The session ends with the last piece, so that piece may have made the file.
      if (gone instanceof HubError && gone.code === 'not_found') throw error;
      throw gone;
    });
  }
}
