import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { HubError, type StagedFileView } from '@switchboard/contracts';
import { type Caller, Clock, Database, Ids } from '@switchboard/nest-kit';
import type { Files, StagedFile } from '@switchboard/provider-kit';
import { Injectable } from '@nestjs/common';
import { FileRows, type FileRow } from './file-rows.ts';
import { chunked } from './chunked.ts';

const keptMs = 3_600_000;
const largestBytes = 5 * 1024 ** 3;

/** Staged files in the database, in chunks: any replica can read them, none holds one in memory. */
@Injectable()
export class FilesService {
  private readonly rows: FileRows;

  constructor(
    database: Database,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {
    this.rows = new FileRows(database);
  }

  /** @throws HubError `payload_too_large`, `input_invalid`. Nothing is kept of a file that did not arrive whole. */
  async stage(file: { name: string; mediaType: string }, content: Readable, caller: Caller): Promise<StagedFileView> {
    const id = this.ids.uuid();
    const expiresAt = new Date(this.clock.now().getTime() + keptMs);
    const name = safeName(file.name);
    await this.rows.begin({ id, name, mediaType: safeType(file.mediaType), expiresAt }, caller);
    const hash = createHash('sha256');
    let sizeBytes = 0;
    let chunks = 0;
    let writing = Promise.resolve();
    try {
      for await (const chunk of chunked(content)) {
        sizeBytes += chunk.length;
        if (sizeBytes > largestBytes)
          throw new HubError('payload_too_large', 'A staged file may have 5 GB at the most.');
        hash.update(chunk);
        await writing;
        writing = this.rows.append(id, chunks, chunk, caller);
        writing.catch(() => undefined);
        chunks += 1;
      }
      await writing;
    } catch (error) {
      await writing.catch(() => undefined);
      await this.rows.remove(id, caller);
      throw error instanceof HubError
        ? error
        : new HubError(
            'input_invalid',
            'The file did not arrive whole. Nothing of it was kept; send it again.',
            {},
            { cause: error },
          );
    }
    const row = await this.rows.complete(id, { sizeBytes, chunks, sha256: hash.digest('hex') }, caller);
    return toView(row);
  }

  /** @throws HubError `not_found` where it is unknown, gone or another person's. */
  async open(fileId: string, caller: Caller): Promise<{ view: StagedFileView; content: Readable }> {
    const row = await this.rows.find(fileId, caller);
    if (!row) throw new HubError('not_found', 'There is no such file, or its hour is over. Stage it again.');
    return { view: toView(row), content: this.rows.stream(row, caller) };
  }

  remove(fileId: string, caller: Caller): Promise<void> {
    return this.rows.remove(fileId, caller);
  }

  /** The files as an action sees them. */
  of(caller: Caller): Files {
    return {
      open: async (fileId) => {
        const row = await this.rows.find(fileId, caller);
        if (!row) throw new HubError('input_invalid', 'An attached file is gone. Stage it again.');
        return toStaged(toView(row), () => this.rows.stream(row, caller));
      },
      save: async (file, content) => {
        const source = content instanceof Uint8Array ? Readable.from([content]) : Readable.fromWeb(content as never);
        const { id, sizeBytes } = await this.stage(file, source, caller).catch((error: unknown) => {
          throw brokenOff(error) ?? error;
        });
        return { fileId: id, sizeBytes };
      },
    };
  }
}

/** What an action saves comes from a provider, which is who stopped. */
const brokenOff = (error: unknown): HubError | undefined =>
  error instanceof HubError && error.code === 'input_invalid'
    ? new HubError(
        'provider_unavailable',
        'The file did not arrive whole. Nothing of it was kept; try again.',
        {},
        { cause: error },
      )
    : undefined;

const toView = (row: FileRow): StagedFileView =>
  ({
    id: row.id,
    name: row.name,
    mediaType: row.mediaType,
    sizeBytes: row.sizeBytes,
    sha256: row.sha256,
    expiresAt: row.expiresAt.toISOString(),
  }) as StagedFileView;

function toStaged({ name, mediaType, sizeBytes }: StagedFileView, read: () => Readable): StagedFile {
  return {
    name,
    mediaType,
    sizeBytes,
    stream: () => Readable.toWeb(read()) as ReadableStream<Uint8Array>,
    bytes: async () => Buffer.concat((await read().toArray()) as Buffer[]),
  };
}

/** A name for people; it never becomes a path (G-13). */
// eslint-disable-next-line no-control-regex -- these are what must not stay
const safeName = (name: string): string => name.replaceAll(/[\u0000-\u001f\u007f/\\]/g, '_').slice(0, 255) || 'file';

/** A media type that can be a header again; a provider's own may be anything. */
const safeType = (type: string): string =>
  /^[\w.+-]{1,127}\/[\w.+-]{1,127}(?:;[\x20-\x7e]{1,100})?$/.test(type) ? type : 'application/octet-stream';
