import type { z } from 'zod';
import { json, type OriginHandler, type SandboxAnswer } from '../../kit/exchange.ts';
import { secretName } from '../../kit/random.ts';
import type { SandboxKit } from '../../kit/world.ts';
import { graphError, invalid } from '../errors.ts';
import type { SessionBody } from './bodies.ts';
import { keepAttachment } from './change.ts';
import { mailState, type StoredMessage, type UploadSession } from './state.ts';

/** Where Outlook takes pieces of large files, at addresses that need no token. */
export const uploadOrigin = 'https://outlook.office.com';
const smallest = 3 * 1024 * 1024;
const largest = 150 * 1024 * 1024;
const mostPiece = 4 * 1024 * 1024;
const lifeMs = 3_600_000;

const statusOf = (kit: SandboxKit, { received, size }: UploadSession) => ({
  expirationDateTime: new Date(kit.clock() + lifeMs).toISOString(),
  nextExpectedRanges: received < size ? [`${received}-`] : [],
});

/** @see https://learn.microsoft.com/graph/api/attachment-createuploadsession (read 2026-11-21) */
export function openSession(
  kit: SandboxKit,
  message: StoredMessage,
  item: z.infer<typeof SessionBody>['AttachmentItem'],
) {
  const { name, size, contentType = 'application/octet-stream' } = item;
  if (size < smallest) throw invalid('The attachment is too small for an upload session.', 'ErrorAttachmentSizeShouldNotBeLessThanMinimumSize'); // prettier-ignore
  if (size > largest) throw invalid('The attachment is too large.', 'ErrorAttachmentSizeLimitExceeded');
  const key = secretName();
  const session: UploadSession = { message: message.id, owner: message.owner, name, contentType, size, pieces: [], received: 0 }; // prettier-ignore
  mailState(kit).uploads[key] = session;
  kit.store.changed();
  const place = `Users('${message.owner}')/Messages('${message.id}')/AttachmentSessions('${key.slice(0, 8)}')`;
  return {
    '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#microsoft.graph.uploadSession',
    uploadUrl: `${uploadOrigin}/api/v2.0/${place}?authtoken=${key}`,
    ...statusOf(kit, session),
  };
}

const refused = (status: number, code: string, message: string): SandboxAnswer => json(status, graphError(code, message)); // prettier-ignore

/** Takes the pieces in order; a token beside the address's own is refused, as Outlook does. */
export const serveUploads =
  (kit: SandboxKit): OriginHandler =>
  (request) => {
    const { uploads, messages } = mailState(kit);
    const key = request.query.get('authtoken') ?? '';
    const session = Object.hasOwn(uploads, key) ? uploads[key]! : undefined;
    const message = session && messages[session.message];
    if (!session || !message) return refused(404, 'ErrorItemNotFound', 'The upload session was not found.');
    if (request.headers.authorization) return refused(401, 'InvalidAudience', 'The audience claim value is invalid.');
    if (request.method === 'GET') return json(200, statusOf(kit, session));
    if (request.method === 'DELETE') {
      delete uploads[key];
      return { status: 204 };
    }
    const [, from, to, size] = /^bytes (\d+)-(\d+)\/(\d+)$/.exec(String(request.headers['content-range'] ?? '')) ?? [];
    const length = Number(to) - Number(from) + 1;
    if (request.method !== 'PUT' || Number(size) !== session.size || length !== request.body.length)
      return refused(400, 'ErrorInvalidRequest', 'The Content-Range header does not fit.');
    if (length > mostPiece) return refused(413, 'ErrorMessageSizeExceeded', 'The range is too large.');
    if (Number(from) !== session.received) return refused(416, 'ErrorInvalidRange', 'That range is not expected.');
    session.pieces.push(kit.store.putBlob(request.body));
    session.received += length;
    kit.store.changed();
    if (session.received < session.size) return json(200, statusOf(kit, session));
    const bytes = Buffer.concat(session.pieces.map((piece) => kit.store.blob(piece)));
    const { id } = keepAttachment(kit, message, { ...session, bytes });
    delete uploads[key];
    const location = `${uploadOrigin}/api/v2.0/Users('${session.owner}')/Messages('${message.id}')/Attachments('${id}')`;
    return { status: 201, headers: { location } };
  };
