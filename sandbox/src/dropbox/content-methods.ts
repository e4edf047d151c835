import { z } from 'zod';
import { Reply } from '../kit/rest.ts';
import type { SandboxKit } from '../kit/world.ts';
import { content, paths, rev, time, type DropboxMethod } from './arguments.ts';
import { atPath, refused, type Tagged } from './refusals.ts';
import { fileView } from './render.ts';
import { boxOf } from './boxes.ts';
import { allocated, contentHash, next, type Box } from './state.ts';
import { freeName, keyOf, lookUp, newest, putFile, writable } from './tree.ts';

const scope = 'files.content.write';
const mostBytes = 150 * 2 ** 20;
const hash = z.string().length(64).optional();

const CommitInfo = z.strictObject({
  path: paths.writeOrId,
  mode: z
    .union([z.enum(['add', 'overwrite']), z.strictObject({ '.tag': z.literal('update'), update: rev })])
    .default('add'),
  autorename: z.boolean().default(false),
  client_modified: time.optional(),
  mute: z.boolean().optional(),
  strict_conflict: z.boolean().default(false),
});

/** Commits bytes as the mode tells. @throws {Refusal} what `fail` makes of a write error. */
function commit(
  kit: SandboxKit,
  box: Box,
  { path: asked, mode, autorename, strict_conflict: strict, client_modified: modified }: z.output<typeof CommitInfo>,
  bytes: Buffer,
  fail: (reason: Tagged) => Error,
) {
  const path = writable(box, asked, fail);
  const there = box.entries[keyOf(path)];
  const used = Object.values(box.entries).reduce((sum, entry) => sum + (newest(entry)?.size ?? 0), 0);
  if (used + bytes.length > allocated) throw fail('insufficient_space');
  const put = (to: string) => fileView(putFile(kit, box, to, bytes, modified));
  const conflict = (tag: string) => fail({ '.tag': 'conflict', conflict: { '.tag': tag } });
  if (!there) return put(path);
  if (!there.revisions) {
    if (autorename) return put(freeName(box, path));
    throw conflict('folder');
  }
  if (mode === 'overwrite') return put(path);
  const present = newest(there)!;
  if (mode !== 'add' && mode.update === present.rev) return put(path);
  if (!strict && present.hash === contentHash(bytes)) return fileView(there);
  if (autorename) return put(freeName(box, path));
  throw conflict('file');
}

const checkHash = (bytes: Buffer, told: string | undefined): void => {
  if (bytes.length > mostBytes) throw refused('payload_too_large');
  if (told !== undefined && told !== contentHash(bytes)) throw refused('content_hash_mismatch');
};

const Cursor = z.strictObject({ session_id: z.string(), offset: z.int().nonnegative() });

/** The session of a cursor that stands where the cursor says. @throws {Refusal} what `fail` makes of a lookup error. */
function sessionAt(box: Box, { session_id: id, offset }: z.output<typeof Cursor>, fail: (reason: Tagged) => Error) {
  const session = box.sessions[id];
  if (!session) throw fail('not_found');
  if (session.size !== offset) throw fail({ '.tag': 'incorrect_offset', correct_offset: session.size });
  return session;
}

const inUpload = (reason: Tagged): Error => {
  const write = typeof reason === 'string' ? { '.tag': reason } : reason;
  return refused({ '.tag': 'path', reason: write, upload_session_id: 'AAAAAAAAAAFfAAAAAAAAAQ' });
};

function append(kit: SandboxKit, session: Box['sessions'][string], bytes: Buffer, close: boolean): void {
  if (session.closed) throw refused('closed');
  if (bytes.length > 0) session.blobs.push(kit.store.putBlob(Buffer.from(bytes)));
  session.size += bytes.length;
  session.closed = close;
}

/** Bytes in and out: whole, in sessions, and down. */
export const contentMethods = (kit: SandboxKit): DropboxMethod[] => [
  content(
    {
      route: 'files/upload',
      scope,
      run: (account, { content_hash: told, ...argument }, bytes) => {
        checkHash(bytes, told);
        return commit(kit, boxOf(kit, account), argument, bytes, inUpload);
      },
    },
    CommitInfo.extend({ content_hash: hash }),
  ),
  content(
    {
      route: 'files/upload_session/start',
      scope,
      run: (account, { close, content_hash: told }, bytes) => {
        checkHash(bytes, told);
        const box = boxOf(kit, account);
        const id = `session${String(next(box)).padStart(12, '0')}`;
        box.sessions[id] = { blobs: [], size: 0, closed: false };
        append(kit, box.sessions[id], bytes, close);
        return { session_id: id };
      },
    },
    z.strictObject({ close: z.boolean().default(false), content_hash: hash }),
  ),
  content(
    {
      route: 'files/upload_session/append_v2',
      scope,
      run: (account, { cursor, close, content_hash: told }, bytes) => {
        checkHash(bytes, told);
        append(kit, sessionAt(boxOf(kit, account), cursor, refused), bytes, close);
      },
    },
    z.strictObject({ cursor: Cursor, close: z.boolean().default(false), content_hash: hash }),
  ),
  content(
    {
      route: 'files/upload_session/finish',
      scope,
      run: (account, { cursor, commit: info, content_hash: told }, bytes) => {
        checkHash(bytes, told);
        const box = boxOf(kit, account);
        const { blobs } = sessionAt(box, cursor, (reason) => atPath(reason, 'lookup_failed'));
        const all = Buffer.concat([...blobs.map((blob) => kit.store.blob(blob)), bytes]);
        const made = commit(kit, box, info, all, (reason) => atPath(reason));
        delete box.sessions[cursor.session_id];
        return made;
      },
    },
    z.strictObject({ cursor: Cursor, commit: CommitInfo, content_hash: hash }),
  ),
  content(
    {
      route: 'files/download',
      scope: 'files.content.read',
      run: (account, { path }) => {
        const entry = lookUp(boxOf(kit, account), path);
        const revision = newest(entry);
        if (!revision) throw atPath('not_file');
        const view = JSON.stringify(fileView(entry)).replaceAll(
          /[\u007f-\uffff]/g,
          (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
        );
        const headers = { 'dropbox-api-result': view, etag: `W/"${revision.rev}"` };
        return Reply.bytes(kit.store.blob(revision.blob), 'application/octet-stream', headers);
      },
    },
    z.strictObject({ path: paths.read }),
    false,
  ),
];
