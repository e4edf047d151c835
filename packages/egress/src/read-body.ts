import type { Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { EgressError } from './egress-error.ts';
import type { Limits } from './limits.ts';

const ratioFromBytes = 65_536;

/** What egress can take apart; asked for with every call whose answer is held in memory. */
export const acceptEncoding = 'gzip, deflate, br';

type BodyLimits = Pick<Limits, 'bodyBytes' | 'inflateRatio' | 'minBytesPerSecond' | 'rateWindowMs'>;

/** Reads and inflates an answer within its limits (E-5). @throws EgressError `too_large`, `timeout` or `bad_answer`. */
export function readBody(body: Readable, encoding: string | undefined, limits: BodyLimits): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const inflate = inflater(encoding);
    const content: Readable = inflate ? body.pipe(inflate) : body;
    const chunks: Buffer[] = [];
    let received = 0;
    let windowBytes = 0;
    let size = 0;
    const end = (error?: Error): void => {
      clearInterval(watch);
      if (error === undefined) return resolve(chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks, size));
      reject(error);
      inflate?.destroy();
      body.destroy();
    };
    const watch = setInterval(() => {
      if (windowBytes < (limits.minBytesPerSecond * limits.rateWindowMs) / 1_000) end(tooSlow());
      windowBytes = 0;
    }, limits.rateWindowMs);
    body.on('data', (chunk: Buffer) => {
      received += chunk.length;
      windowBytes += chunk.length;
    });
    content.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > limits.bodyBytes || (size > ratioFromBytes && size > received * limits.inflateRatio)) end(tooLarge());
      else chunks.push(chunk);
    });
    body.on('error', end);
    inflate?.on('error', () => end(badAnswer()));
    content.once('end', () => end());
  });
}

function inflater(encoding: string | undefined) {
  const coding = encoding?.trim().toLowerCase() ?? '';
  if (coding === '' || coding === 'identity') return undefined;
  if (coding === 'gzip' || coding === 'x-gzip') return createGunzip();
  if (coding === 'deflate') return createInflate();
  if (coding === 'br') return createBrotliDecompress();
  throw badAnswer();
}

const sent = { mayHaveArrived: true };

const tooSlow = (): EgressError => new EgressError('timeout', 'The provider answers too slowly.', sent);

const tooLarge = (): EgressError => new EgressError('too_large', 'The provider answers too much.', sent);

const badAnswer = (): EgressError =>
  new EgressError('bad_answer', 'The provider answers in an encoding that does not unpack.', sent);
