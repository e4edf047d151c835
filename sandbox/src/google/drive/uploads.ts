import { secretName } from '../../kit/random.ts';
import { json, type SandboxAnswer, type SandboxRequest } from '../../kit/exchange.ts';
import { Reply } from '../../kit/rest.ts';
import type { SandboxKit } from '../../kit/world.ts';
import { accountBy } from '../accounts.ts';
import { GoogleError, notFound } from '../errors.ts';
import { masked } from '../fields.ts';
import { fileFor, type Viewer } from './access.ts';
import { FileBody } from './bodies.ts';
import { createFile, updateFile } from './change.ts';
import type { StoredFile, UploadSession } from './model.ts';
import { renderFile } from './render.ts';
import { driveState, setContent } from './state.ts';

/** Chunks but the last have at least this many bytes; what is no multiple of it is left for the next one. */
const grain = 256 * 1024;
const sessionMs = 7 * 24 * 3_600_000;
export const defaultFields = 'kind,id,name,mimeType';

interface Begun {
  readonly fileId?: string;
  readonly supportsAllDrives?: boolean | undefined;
}

/** Answers the first request of a resumable upload with the address of its session. */
export function beginUpload(
  kit: SandboxKit,
  viewer: Viewer,
  request: SandboxRequest,
  { fileId, supportsAllDrives }: Begun,
): Reply {
  const length = request.headers['x-upload-content-length'];
  const mediaType = request.headers['x-upload-content-type'];
  const fields = request.query.get('fields');
  const uploadId = secretName(30);
  const session: UploadSession = {
    accountId: viewer.account.id,
    scopes: [...viewer.scopes],
    metadata: request.body.length > 0 ? JSON.parse(request.body.toString('utf8')) : {},
    ...(fileId && { fileId }),
    ...(typeof mediaType === 'string' && { mediaType }),
    ...(typeof length === 'string' && { total: Number(length) }),
    ...(fields && { fields }),
    supportsAllDrives: supportsAllDrives === true,
    chunks: [],
    received: 0,
    beganAt: kit.clock(),
  };
  driveState(kit).sessions[uploadId] = session;
  kit.store.changed();
  const { origin, path } = request;
  const location = `${origin}${path}?uploadType=resumable&upload_id=${uploadId}`;
  return Reply.empty(200, { location, 'x-guploader-uploadid': uploadId, 'content-length': '0' });
}

/** True for a request to the address of a session. */
export const isUploadPart = ({ method, path, query }: SandboxRequest): boolean =>
  method === 'PUT' && path.startsWith('/upload/drive/v3/files') && query.has('upload_id');

/** Takes bytes of a resumable upload; the address is the credential. */
export function takeUploadPart(kit: SandboxKit, request: SandboxRequest): SandboxAnswer {
  try {
    const session = sessionOf(kit, request.query.get('upload_id')!);
    const part = partOf(request, session);
    if (session.madeFileId) return made(kit, session);
    session.total ??= part.total;
    if (part.total !== undefined && session.total !== part.total) throw bad(`The upload has ${session.total} bytes.`);
    if (part.start !== undefined) accept(kit, session, request.body, { ...part, start: part.start });
    if (session.total !== undefined && session.received === session.total && part.complete) return finish(kit, session);
    const range: Record<string, string> = session.received > 0 ? { range: `bytes=0-${session.received - 1}` } : {};
    return { status: 308, headers: { ...range, 'content-type': 'text/plain; charset=utf-8' } };
  } catch (error) {
    if (error instanceof GoogleError) return error.toAnswer();
    throw error;
  }
}

const bad = (message: string): GoogleError => new GoogleError(400, 'badRequest', `Invalid request. ${message}`);

function sessionOf(kit: SandboxKit, id: string): UploadSession {
  const { sessions } = driveState(kit);
  const session = Object.hasOwn(sessions, id) ? sessions[id] : undefined;
  if (!session || kit.clock() - session.beganAt > sessionMs) throw notFound('Not Found');
  return session;
}

interface UploadPart {
  /** Where the bytes begin; a question for what has arrived has no such place. */
  readonly start?: number;
  readonly total?: number;
  /** True where the last byte is among what was sent so far. */
  readonly complete: boolean;
}

function partOf({ headers, body }: SandboxRequest, { total: known }: UploadSession): UploadPart {
  const range = headers['content-range'];
  if (range === undefined) return { start: 0, total: body.length, complete: true };
  const asked = /^bytes \*\/(\d+|\*)$/.exec(range);
  if (asked) return { complete: true, ...(asked[1] !== '*' && { total: Number(asked[1]) }) };
  const sent = /^bytes (\d+)-(\d+)\/(\d+|\*)$/.exec(range);
  if (!sent) throw bad('Failed to parse Content-Range header.');
  const [start, end] = [Number(sent[1]), Number(sent[2])];
  if (end - start + 1 !== body.length) throw bad('The Content-Range header does not match the bytes sent.');
  const total = sent[3] === '*' ? known : Number(sent[3]);
  return { start, ...(total !== undefined && { total }), complete: end + 1 === total };
}

function accept(
  kit: SandboxKit,
  session: UploadSession,
  body: Buffer,
  { start, complete }: { start: number; complete: boolean },
): void {
  if (start > session.received) throw bad(`Bytes ${session.received} to ${start - 1} are missing.`);
  if (!complete && body.length < grain)
    throw bad(
      `The number of bytes uploaded is required to be equal or greater than ${grain}, except for the final request. The received request contained ${body.length} bytes.`,
    );
  const fresh = body.subarray(session.received - start);
  const taken = complete ? fresh : fresh.subarray(0, fresh.length - ((session.received + fresh.length) % grain));
  if (taken.length === 0) return;
  session.chunks.push(kit.store.putBlob(Buffer.from(taken)));
  session.received += taken.length;
  kit.store.changed();
}

/** Makes the file once all its bytes are there. */
function finish(kit: SandboxKit, session: UploadSession): SandboxAnswer {
  const viewer: Viewer = { account: accountBy(session.accountId)!, scopes: new Set(session.scopes) };
  const body = FileBody.parse(session.metadata);
  const bytes = Buffer.concat(session.chunks.map((name) => kit.store.blob(name)));
  const mediaType = session.mediaType ?? 'application/octet-stream';
  const { supportsAllDrives } = session;
  let file: StoredFile;
  if (session.fileId) {
    file = fileFor(kit, viewer, session.fileId, { supportsAllDrives, needed: 'writer', write: true });
    setContent(kit, file, bytes);
    updateFile(kit, viewer, file, body, { supportsAllDrives });
  } else file = createFile(kit, viewer, body, { supportsAllDrives, content: { bytes, mediaType } });
  session.madeFileId = file.id;
  session.chunks = [];
  kit.store.changed();
  return made(kit, session);
}

function made(kit: SandboxKit, session: UploadSession): SandboxAnswer {
  const state = driveState(kit);
  const viewer: Viewer = { account: accountBy(session.accountId)!, scopes: new Set(session.scopes) };
  const file = state.files[session.madeFileId!];
  if (!file) throw notFound('Not Found');
  return json(200, masked(renderFile(state, file, viewer), session.fields ?? defaultFields));
}
