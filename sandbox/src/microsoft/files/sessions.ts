import { json, type SandboxAnswer, type SandboxRequest } from '../../kit/exchange.ts';
import { Refusal } from '../../kit/refusal.ts';
import type { SandboxKit } from '../../kit/world.ts';
import type { MicrosoftAccount } from '../accounts.ts';
import { invalid, noFile, refuse } from '../errors.ts';
import { store } from './change.ts';
import { driveOf, itemBy, type Drive, type Session } from './state.ts';
import { shownItem } from './view.ts';

const pieceUnit = 320 * 1024;
const mostPiece = 60 * 1024 * 1024;

/**
 * An upload session: pieces in order, each but the last a multiple of 320 KiB.
 * @see https://learn.microsoft.com/graph/api/driveitem-createuploadsession (read 2026-11-21)
 */
export function serveSession(kit: SandboxKit, account: MicrosoftAccount, request: SandboxRequest): SandboxAnswer {
  const drive = driveOf(kit, account);
  const token = request.query.get('guid') ?? '';
  const session = Object.hasOwn(drive.sessions, token) ? drive.sessions[token]! : undefined;
  try {
    if (!session || session.expiresAt <= kit.clock()) throw noFile();
    if (request.method === 'GET') return json(200, stateOf(session));
    if (request.method === 'DELETE') {
      delete drive.sessions[token];
      return { status: 204 };
    }
    if (request.method !== 'PUT') throw invalid('Only pieces come here.', 'invalidRequest', 405);
    receive(kit, session, request);
    kit.store.changed();
    if (session.received < session.total!) return json(202, stateOf(session));
    delete drive.sessions[token];
    return finished(kit, account, drive, session);
  } catch (error) {
    if (error instanceof Refusal) return refuse(error);
    throw error;
  }
}

const stateOf = ({ expiresAt, received, total }: Session) => ({
  expirationDateTime: new Date(expiresAt).toISOString(),
  nextExpectedRanges: [total === undefined ? `${received}-` : `${received}-${total - 1}`],
});

/** Takes one piece. @throws {Refusal} 400 for one of the wrong size, 416 for one that is not expected. */
function receive(kit: SandboxKit, session: Session, { headers, body }: SandboxRequest): void {
  const found = /^bytes (\d+)-(\d+)\/(\d+)$/.exec(headers['content-range'] ?? '');
  if (!found) throw invalid('Content-Range is missing.', 'invalidRequest');
  const [from, to, total] = found.slice(1).map(Number) as [number, number, number];
  if (to - from + 1 !== body.length || to >= total) throw invalid('The range is another one.', 'invalidRequest');
  if (from !== session.received || (session.total ?? total) !== total)
    throw invalid('The uploaded fragment overlaps with data that has already been received.', 'invalidRange', 416);
  if (body.length > mostPiece) throw invalid('The fragment is too large.', 'invalidRequest', 413);
  if (to + 1 < total && body.length % pieceUnit !== 0)
    throw invalid('The fragment is no multiple of 320 KiB.', 'invalidRequest');
  session.total = total;
  session.blobs.push(kit.store.putBlob(body));
  session.received = to + 1;
}

function finished(kit: SandboxKit, account: MicrosoftAccount, drive: Drive, session: Session): SandboxAnswer {
  const { parent, name, replaces, blobs } = session;
  const bytes = Buffer.concat(blobs.map((blob) => kit.store.blob(blob)));
  const behavior = replaces ? 'replace' : 'fail';
  const to = { folder: itemBy(drive, parent), name, behavior, mediaType: 'application/octet-stream' };
  const { item, isNew } = store(kit, drive, to, bytes);
  return json(isNew ? 201 : 200, shownItem(kit, account, item));
}
