import { randomBytes } from 'node:crypto';
import type { HttpRequest, Part } from './http.ts';

/** A multipart/form-data body (RFC 7578) of known length: held where every part is, else read from the files as it is sent. */
export function multipart(parts: readonly Part[]): { headers: Record<string, string>; body: HttpRequest['body'] } {
  const boundary = `----${randomBytes(18).toString('base64url')}`;
  const pieces = parts.flatMap((part) => [
    Buffer.from(`--${boundary}\r\n${headOf(part)}\r\n\r\n`),
    contentOf(part),
    Buffer.from('\r\n'),
  ]);
  pieces.push(Buffer.from(`--${boundary}--\r\n`));
  const length = pieces.reduce((sum, piece) => sum + ('bytes' in piece ? piece.bytes : piece.byteLength), 0);
  const held = pieces.filter((piece) => piece instanceof Uint8Array);

  return {
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}`, 'content-length': String(length) },
    body: held.length === pieces.length ? Buffer.concat(held) : flowing(pieces),
  };
}

interface Streamed {
  readonly bytes: number;
  readonly content: ReadableStream<Uint8Array>;
}

function contentOf(part: Part): Uint8Array | Streamed {
  if ('value' in part) return Buffer.from(part.value);
  if (part.content instanceof Uint8Array) return part.content;
  return { bytes: part.sizeBytes, content: part.content };
}

function headOf(part: Part): string {
  const file = 'filename' in part ? `; filename="${escaped(part.filename)}"` : '';
  const type = part.mediaType === undefined ? '' : `\r\nContent-Type: ${part.mediaType.replaceAll(/[\r\n]/g, ' ')}`;
  return `Content-Disposition: form-data; name="${escaped(part.name)}"${file}${type}`;
}

/** A name as browsers write it, so that it cannot end its header (WHATWG HTML, multipart/form-data). */
const escaped = (name: string): string => name.replaceAll('"', '%22').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

async function* flowing(pieces: readonly (Uint8Array | Streamed)[]): AsyncGenerator<Uint8Array> {
  for (const piece of pieces) {
    if (piece instanceof Uint8Array) yield piece;
    else yield* exactly(piece);
  }
}

/** @throws Error where the file is not as long as was said: the length is already on its way. */
async function* exactly({ bytes, content }: Streamed): AsyncGenerator<Uint8Array> {
  let sent = 0;
  for await (const chunk of content) {
    sent += chunk.byteLength;
    if (sent > bytes) break;
    yield chunk;
  }
  if (sent !== bytes) throw new Error(`A file of ${bytes} bytes was announced, and it is not that long.`);
}
