import { HubError } from '@switchboard/contracts';
import { chunksOf, type StagedFile } from '@switchboard/provider-kit';

/** A piece that was cut off is gone on with, unless this many times in a row nothing more arrives. */
const mostStalls = 3;

/** What came of sending bytes: the file, or how many bytes of the whole have arrived. */
export type Sent<Made> = { readonly made: Made } | { readonly arrived: number };

/** How pieces are sent to one provider. */
export interface Sending<Made> {
  /** Sends bytes that begin at `start` of the whole. */
  send(bytes: Uint8Array, start: number): Promise<Sent<Made>>;
  /** What is thrown where it does not go on. */
  lost(): Error;
}

/** Sends a file in pieces of `pieceBytes`, of which one is held; answers what the last one made. */
export async function sendInPieces<Made>(file: StagedFile, pieceBytes: number, sending: Sending<Made>): Promise<Made> {
  let start = 0;
  for await (const piece of chunksOf(file.stream(), pieceBytes)) {
    const made = await sendPiece(piece, start, sending);
    if (made !== undefined) return made;
    start += piece.byteLength;
  }
  throw new HubError('input_invalid', 'The staged file is shorter than it says.');
}

/** Sends one piece to its end, going on where what has arrived of it ends. */
export async function sendPiece<Made>(
  piece: Uint8Array,
  start: number,
  { send, lost }: Sending<Made>,
): Promise<Made | undefined> {
  let sent = 0;
  for (let stalls = 0; sent < piece.byteLength;) {
    const answer = await send(piece.subarray(sent), start + sent);
    if ('made' in answer) return answer.made;
    const arrived = answer.arrived - start;
    if (!(arrived >= 0 && arrived <= piece.byteLength)) throw lost();
    stalls = arrived > sent ? 0 : stalls + 1;
    if (stalls >= mostStalls) throw lost();
    sent = arrived;
  }
  return undefined;
}

/** The value of `Content-Range` (RFC 9110 §14.4). */
export const rangeOf = (bytes: Uint8Array, start: number, total: number): string =>
  `bytes ${start}-${start + bytes.byteLength - 1}/${total}`;

/** True for an answer after which bytes may have arrived or not. */
export const isUnclear = (error: unknown): boolean =>
  error instanceof HubError && ['outcome_unknown', 'provider_unavailable'].includes(error.code);
