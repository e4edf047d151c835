import type { SandboxRequest } from '../kit/exchange.ts';
import { GoogleError } from './errors.ts';

export interface Upload {
  readonly metadata: unknown;
  readonly media: Buffer;
  readonly mediaType: string;
}

const bad = (message: string): GoogleError => new GoogleError(400, 'badRequest', message);

/** Reads a `media` or `multipart` upload. @throws {GoogleError} 400 for other kinds and broken bodies. */
export function readUpload(request: SandboxRequest): Upload {
  const kind = request.query.get('uploadType');
  const type = request.headers['content-type'] ?? '';
  if (kind === 'media') return { metadata: {}, media: request.body, mediaType: type || 'application/octet-stream' };
  if (kind !== 'multipart') throw bad(`Unsupported uploadType: ${kind ?? '(none)'}.`);
  const boundary = /boundary="?([^";]+)"?/i.exec(type)?.[1];
  if (!type.startsWith('multipart/related') || !boundary) throw bad('Missing end boundary in multipart body.');
  const [metadata, media, ...rest] = partsOf(request.body, boundary);
  if (!metadata || !media || rest.length > 0) throw bad('Multipart body must have two parts.');
  const { content, mediaType } = media;
  try {
    return { metadata: JSON.parse(metadata.content.toString('utf8')) as unknown, media: content, mediaType };
  } catch {
    throw new GoogleError(400, 'parseError', 'Metadata part is not JSON.');
  }
}

interface UploadedPart {
  readonly content: Buffer;
  readonly mediaType: string;
}

function partsOf(body: Buffer, boundary: string): UploadedPart[] {
  const mark = Buffer.from(`--${boundary}`);
  const parts: UploadedPart[] = [];
  let at = body.indexOf(mark);
  while (at >= 0) {
    const next = body.indexOf(mark, at + mark.length);
    if (next < 0) break;
    const part = body.subarray(at + mark.length, next);
    const blank = part.indexOf('\r\n\r\n');
    const shortBlank = part.indexOf('\n\n');
    const start = blank >= 0 ? blank + 4 : shortBlank >= 0 ? shortBlank + 2 : part.length;
    const head = part.subarray(0, start).toString('latin1');
    const mediaType = /^content-type:\s*(\S[^\r\n]*)/im.exec(head)?.[1] ?? 'application/octet-stream';
    parts.push({ content: part.subarray(start, part.at(-2) === 13 ? -2 : -1), mediaType });
    at = next;
  }
  return parts;
}
