import { type AnswerHeaders, masking } from '@switchboard/egress';
import type { Readable, Transform } from 'node:stream';
import { createBrotliDecompress, createInflate, createUnzip, createZstdDecompress } from 'node:zlib';

/** Types in which a provider may repeat what it was sent; a picture or an archive passes as it is. */
const textual =
  /^\s*(?:text\/|multipart\/|message\/|application\/(?!octet-stream|pdf|zip|gzip|vnd\.(?:ms-|openxml|google-apps))[^;]*(?:json|xml|form|script|yaml|csv|graphql|html|problem|sql|toml))/i;

const decoders: Readonly<Record<string, () => Transform>> = {
  gzip: createUnzip,
  'x-gzip': createUnzip,
  deflate: createInflate,
  br: createBrotliDecompress,
  zstd: createZstdDecompress,
};

interface Answer {
  readonly headers: AnswerHeaders;
  readonly body: Readable;
}

/**
 * An answer whose text repeats nothing of what the call carried (V-11), masked as it flows by. One that is compressed although
 * nobody asked for that is unpacked first; of a compression nobody knows the bytes pass as they are.
 * @param forms in which the secrets may come, see `secretForms`.
 */
export function quietAnswer({ headers, body }: Answer, method: string, forms: readonly string[]): Answer {
  if (method === 'HEAD' || !isText(headers)) return { headers, body };
  const decoder = decoders[String(headers['content-encoding'] ?? '').toLowerCase()];
  const quiet = masking(forms);
  if (!decoder) return { headers, body: through(body, quiet) };
  const { 'content-encoding': _encoding, 'content-length': _length, ...rest } = headers;
  return { headers: rest, body: through(through(body, decoder()), quiet) };
}

/** As `pipeline` of node:stream, which costs a tenth of a short call: either end takes the other with it. */
function through<T extends Transform>(source: Readable, next: T): T {
  source.once('error', (error) => next.destroy(error));
  source.once('close', () => (source.readableEnded ? undefined : next.destroy()));
  next.once('close', () => source.destroy());
  return source.pipe(next);
}

const isText = ({ 'content-type': type }: AnswerHeaders): boolean => type === undefined || textual.test(String(type));
