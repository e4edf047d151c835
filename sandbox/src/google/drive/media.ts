import { Reply } from '../../kit/rest.ts';
import type { SandboxRequest } from '../../kit/exchange.ts';
import type { SandboxKit } from '../../kit/world.ts';
import { GoogleError } from '../errors.ts';
import { requireScope } from '../oauth/bearer.ts';
import type { Viewer } from './access.ts';
import type { StoredFile } from './model.ts';
import { contentScopes } from './scopes.ts';

/** The bytes of a file, or the part of them a `Range` header asks for. @throws {GoogleError} 403 for files without bytes. */
export function mediaOf(kit: SandboxKit, viewer: Viewer, file: StoredFile, { headers }: SandboxRequest): Reply {
  requireScope(viewer.scopes, contentScopes, 'drive.files.get');
  if (!file.blob)
    throw new GoogleError(
      403,
      'fileNotDownloadable',
      'Only files with binary content can be directly downloaded. Use Export with Docs Editors files.',
      { location: 'alt' },
    );
  const bytes = kit.store.blob(file.blob);
  const range = /^bytes=(\d+)-(\d*)$/.exec(headers.range ?? '');
  if (!range) return Reply.bytes(bytes, file.mimeType, { 'accept-ranges': 'bytes' });
  const start = Number(range[1]);
  const end = Math.min(range[2] ? Number(range[2]) : bytes.length - 1, bytes.length - 1);
  if (start > end)
    throw new GoogleError(416, 'requestedRangeNotSatisfiable', 'Request range not satisfiable', {
      headers: { 'content-range': `bytes */${bytes.length}` },
    });
  const part = { 'content-range': `bytes ${start}-${end}/${bytes.length}`, 'accept-ranges': 'bytes' };
  return Reply.bytes(bytes.subarray(start, end + 1), file.mimeType, part, 206);
}
