import { createHash, type Hash } from 'node:crypto';

/** A digest that grows with the bytes; Box tells files apart by it. */
export const newDigest = (): Hash => createHash('sha1');

/** The value of Box's `digest` header. */
export const digestHeader = (hash: Hash): string => `sha=${hash.digest('base64')}`;

export const digestOf = (bytes: Uint8Array): string => digestHeader(newDigest().update(bytes));

/** The hexadecimal digest of a whole stream, one piece at a time. */
export async function hexDigest(stream: ReadableStream<Uint8Array>): Promise<string> {
  const hash = newDigest();
  for await (const bytes of stream) hash.update(bytes);
  return hash.digest('hex');
}
