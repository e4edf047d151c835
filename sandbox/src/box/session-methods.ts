import { createHash } from 'node:crypto';
import { z } from 'zod';
import { q, type ApiMethod } from '../kit/api.ts';
import type { SandboxRequest } from '../kit/exchange.ts';
import { secretName } from '../kit/random.ts';
import { Reply } from '../kit/rest.ts';
import type { SandboxKit } from '../kit/world.ts';
import type { BoxAccount } from './accounts.ts';
import { checkName, present } from './change.ts';
import { create, replace } from './content-methods.ts';
import { invalid, notFound } from './errors.ts';
import { defineMethod, writes } from './methods.ts';
import { driveOf, sha1Of, type Drive, type Session } from './state.ts';
import { fullItem } from './view.ts';

const smallest = 20_000_000;
const partSize = 8_388_608;
const sessionMs = 7 * 24 * 3_600_000;
const Part = z.strictObject({ part_id: z.string(), offset: z.int(), size: z.int(), sha1: z.string().optional() });

/** Uploads in parts: a session, its parts with their digests, and the commit that makes the file. */
export const sessionMethods = (kit: SandboxKit): ApiMethod<BoxAccount>[] => [
  defineMethod({
    id: 'post_files_upload_sessions',
    http: 'POST',
    path: '/files/upload_sessions',
    scopes: writes,
    body: z.strictObject({ folder_id: z.string(), file_name: z.string(), file_size: z.int().positive() }),
    status: 201,
    run: ({ account, body }) => {
      const drive = driveOf(kit, account);
      const { id } = present(drive, 'folder', body.folder_id);
      checkName(drive, id, body.file_name);
      return begin(kit, drive, { folderId: id, fileId: null, name: body.file_name, size: body.file_size });
    },
  }),
  defineMethod({
    id: 'post_files_id_upload_sessions',
    http: 'POST',
    path: '/files/{id}/upload_sessions',
    scopes: writes,
    body: z.strictObject({ file_name: z.string().optional(), file_size: z.int().positive() }),
    status: 201,
    run: ({ account, params, body }) => {
      const drive = driveOf(kit, account);
      const { id, name } = present(drive, 'file', params.id!);
      return begin(kit, drive, { folderId: null, fileId: id, name: body.file_name ?? name, size: body.file_size });
    },
  }),
  defineMethod({
    id: 'get_files_upload_sessions_id',
    http: 'GET',
    path: '/files/upload_sessions/{id}',
    scopes: writes,
    run: ({ account, params }) => sessionView(sessionBy(kit, account, params.id!).session),
  }),
  defineMethod({
    id: 'put_files_upload_sessions_id',
    http: 'PUT',
    path: '/files/upload_sessions/{id}',
    scopes: writes,
    body: z.instanceof(Buffer),
    accepts: ['bytes'],
    run: ({ account, params, body, request }) => {
      const { session } = sessionBy(kit, account, params.id!);
      const offset = rangeOf(session, body, request);
      if (request.headers.digest !== digestOf(body)) throw invalid('The digest is another one.', 'bad_digest', 400);
      const known = session.parts[offset];
      if (known && known.sha1 !== sha1Of(body)) throw invalid('That range is there already.', 'conflict', 409);
      const part = { part_id: secretName(4).toUpperCase(), offset, size: body.length, sha1: sha1Of(body) };
      session.parts[offset] ??= { ...part, blob: kit.store.putBlob(body) };
      kit.store.changed();
      return { part: partView(session.parts[offset]) };
    },
  }),
  defineMethod({
    id: 'get_files_upload_sessions_id_parts',
    http: 'GET',
    path: '/files/upload_sessions/{id}/parts',
    scopes: writes,
    query: z.strictObject({ offset: q.int(), limit: q.int(0, 1000) }),
    run: ({ account, params, query: { offset = 0, limit = 100 } }) => {
      const parts = partsOf(sessionBy(kit, account, params.id!).session);
      const entries = parts.slice(offset, offset + limit).map(partView);
      return { total_count: parts.length, entries, offset, limit };
    },
  }),
  defineMethod({
    id: 'delete_files_upload_sessions_id',
    http: 'DELETE',
    path: '/files/upload_sessions/{id}',
    scopes: writes,
    run: ({ account, params }) => {
      const { drive, session } = sessionBy(kit, account, params.id!);
      delete drive.sessions[session.id];
      return Reply.empty(204);
    },
  }),
  defineMethod({
    id: 'post_files_upload_sessions_id_commit',
    http: 'POST',
    path: '/files/upload_sessions/{id}/commit',
    scopes: writes,
    body: z.strictObject({ parts: z.array(Part) }),
    run: ({ account, params, body, request }) => {
      const { drive, session } = sessionBy(kit, account, params.id!);
      const parts = partsOf(session);
      const told = new Set(body.parts.map(({ part_id }) => part_id));
      const sum = parts.reduce((bytes, { size }) => bytes + size, 0);
      if (sum !== session.size || told.size !== parts.length || parts.some(({ part_id }) => !told.has(part_id)))
        throw invalid('Not all parts are there.', 'conflict', 409);
      const bytes = Buffer.concat(parts.map(({ blob }) => kit.store.blob(blob)));
      if (request.headers.digest !== digestOf(bytes))
        throw invalid('The digest is another one.', 'precondition_failed', 412);
      if (session.waits-- > 0) return Reply.empty(202, { 'retry-after': '0' });
      const { folderId, fileId, name } = session;
      const file = fileId === null ? undefined : present(drive, 'file', fileId);
      if (file) replace(kit, drive, file, bytes);
      const made =
        file ?? create(kit, drive, { folderId: folderId!, name, mediaType: 'application/octet-stream' }, bytes);
      delete drive.sessions[session.id];
      return Reply.json(201, { total_count: 1, entries: [fullItem(drive, account, made)] });
    },
  }),
];

const digestOf = (bytes: Buffer): string => `sha=${createHash('sha1').update(bytes).digest('base64')}`;
const partsOf = ({ parts }: Session) => Object.values(parts).sort((a, b) => a.offset - b.offset);
const partView = ({ part_id, offset, size, sha1 }: Session['parts'][string]) => ({ part_id, offset, size, sha1 });

function begin(
  kit: SandboxKit,
  drive: Drive,
  about: Pick<Session, 'folderId' | 'fileId' | 'name' | 'size'>,
): Record<string, unknown> {
  if (about.size < smallest) throw invalid('The file is too small for an upload in parts.', 'file_size_too_small');
  const id = secretName(16).replaceAll('-', '0').replaceAll('_', '1').toUpperCase();
  const session: Session = { id, ...about, partSize, expiresAt: kit.clock() + sessionMs, parts: {}, waits: 1 };
  drive.sessions[id] = session;
  kit.store.changed();
  return sessionView(session);
}

function sessionView(session: Session): Record<string, unknown> {
  const at = `https://upload.box.com/api/2.0/files/upload_sessions/${session.id}`;
  return {
    type: 'upload_session',
    id: session.id,
    session_expires_at: new Date(session.expiresAt).toISOString(),
    part_size: session.partSize,
    total_parts: Math.ceil(session.size / session.partSize),
    num_parts_processed: Object.keys(session.parts).length,
    session_endpoints: {
      upload_part: at,
      commit: `${at}/commit`,
      abort: at,
      list_parts: `${at}/parts`,
      status: at,
      log_event: `${at}/log`,
    },
  };
}

function sessionBy(kit: SandboxKit, account: BoxAccount, id: string): { drive: Drive; session: Session } {
  const drive = driveOf(kit, account);
  const session = Object.hasOwn(drive.sessions, id) ? drive.sessions[id]! : undefined;
  if (!session || session.expiresAt <= kit.clock()) throw notFound();
  return { drive, session };
}

/** Where a part begins. @throws {Refusal} 416 for a range that is no part of the session. */
function rangeOf(session: Session, body: Buffer, { headers }: SandboxRequest): number {
  const found = /^bytes (\d+)-(\d+)\/(\d+)$/.exec(headers['content-range'] ?? '');
  const [, from, to, total] = (found ?? []).map(Number) as [number, number, number, number];
  const size = Math.min(session.partSize, session.size - from);
  const fits = found && total === session.size && from % session.partSize === 0 && to - from + 1 === size;
  if (!fits || body.length !== size)
    throw invalid('The range is no part of this upload.', 'range_overlaps_existing_range', 416);
  return from;
}
