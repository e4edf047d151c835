import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { HubError } from '@switchboard/contracts';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { parseStrictJson } from './strict-json.ts';

/** The largest JSON body; files and proxied bodies stream and have no such limit. */
const maxBodyBytes = 1024 * 1024;
const bodyTimeoutMs = 30_000;
const jsonType = /^application\/json\s*(?:;\s*charset=utf-8\s*)?$/i;

/** One reader for every body: bytes pass through untouched on streaming routes, everything else must be JSON (G-8). */
export function readBodies(fastify: FastifyInstance): void {
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('*', (request: FastifyRequest, payload: IncomingMessage) => readBody(request, payload));
}

async function readBody(request: FastifyRequest, payload: IncomingMessage): Promise<unknown> {
  const { streams } = request.routeOptions.config.hub ?? {};
  if (streams === 'request' || streams === 'both') return undefined;
  const bytes = await collect(payload, Number(request.headers['content-length'] ?? 0));
  if (bytes.length === 0) return undefined;
  if (!jsonType.test(request.headers['content-type'] ?? '')) throw new HubError('media_type_unsupported');
  if (request.headers['content-encoding']) throw new HubError('media_type_unsupported', 'Send the body uncompressed.');
  request.hub.bodyDigest = createHash('sha256').update(bytes).digest('hex');
  return parseStrictJson(bytes);
}

async function collect(payload: IncomingMessage, announced: number): Promise<Buffer> {
  if (announced > maxBodyBytes) throw new HubError('payload_too_large');
  const timer = setTimeout(() => payload.destroy(new HubError('deadline_exceeded')), bodyTimeoutMs);
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of payload as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > maxBodyBytes) throw new HubError('payload_too_large');
      chunks.push(chunk);
    }
  } finally {
    clearTimeout(timer);
  }
  return Buffer.concat(chunks);
}
