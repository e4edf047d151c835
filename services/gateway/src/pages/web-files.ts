import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { HubError } from '@switchboard/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type WebFile, WebFolder } from './web-folder.ts';
import { sendIndex } from './index-page.ts';

const compress = promisify(brotliCompress);
const compressible = /^(?:text\/|application\/(?:javascript|json|manifest)|image\/svg)/;
const smallestBytes = 1024;

/** The built dashboard: files with long life where their name holds a hash, and one page for every other address. */
export class WebFiles {
  private readonly compressed = new Map<string, Promise<Buffer>>();

  constructor(private readonly folder: WebFolder) {}

  /** @throws HubError `not_found` for a file that is not there. */
  async send(address: string, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const file = await this.folder.find(address);
    if (file) return this.sendFile(file, request, reply);
    if (path.posix.extname(address) !== '') throw new HubError('not_found');
    const index = await this.folder.index();
    if (index === undefined) throw new HubError('not_found', 'The dashboard is not built here. Run: npm run build');
    return sendIndex(index, reply);
  }

  private async sendFile(file: WebFile, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const life = file.hashed ? 'public, max-age=31536000, immutable' : 'no-cache';
    reply.headers({ 'cache-control': life, etag: file.etag, 'content-type': file.type, vary: 'Accept-Encoding' });
    if (request.headers['if-none-match'] === file.etag) return reply.code(304).send();
    const mayCompress = compressible.test(file.type) && file.sizeBytes >= smallestBytes;
    if (mayCompress && /\bbr\b/.test(String(request.headers['accept-encoding'] ?? '')))
      return reply.header('content-encoding', 'br').send(await this.compress(file));
    return reply.header('content-length', file.sizeBytes).send(createReadStream(file.file));
  }

  private compress({ file, etag }: WebFile): Promise<Buffer> {
    const known = this.compressed.get(etag);
    if (known) return known;
    const params = { [constants.BROTLI_PARAM_QUALITY]: 6 };
    const made = readFile(file).then((content) => compress(content, { params }));
    this.compressed.set(etag, made);
    return made;
  }
}
