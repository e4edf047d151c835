import { Readable } from 'node:stream';
import { HubError } from '@switchboard/contracts';
import { type Caller, type Database } from '@switchboard/nest-kit';

export interface FileRow {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  readonly sha256: string;
  readonly chunks: number;
  readonly expiresAt: Date;
}
type Raw = {
  id: string;
  name: string;
  media_type: string;
  size_bytes: string;
  sha256: string;
  chunks: number;
  expires_at: Date;
};

/** What one person may have staged at a time. */
const mostFiles = 500;
const mostBytes = 20 * 1024 ** 3;
const pieceBytes = 48 * 1024;

const columns = '"id", "name", "media_type", "size_bytes", "sha256", "chunks", "expires_at"';

/** The rows of staged files and of their chunks. */
export class FileRows {
  constructor(private readonly database: Database) {}

  async begin(file: Pick<FileRow, 'id' | 'name' | 'mediaType' | 'expiresAt'>, caller: Caller): Promise<void> {
    const { hubId, memberId } = caller.claims;
    const begun = await this.query(
      caller,
      `INSERT INTO "integrations"."files" ("id", "hub_id", "member_id", "name", "media_type", "size_bytes", "sha256", "chunks", "complete", "expires_at")
        SELECT $1::uuid, $2::uuid, $3::uuid, $4::text, $5::text, 0, '', 0, false, $6::timestamptz
          FROM (SELECT count(*) AS files, coalesce(sum("size_bytes"), 0) AS bytes FROM "integrations"."files"
            WHERE "hub_id" = $2 AND "member_id" = $3 AND "expires_at" > clock_timestamp()) AS held
          WHERE held.files < $7 AND held.bytes < $8 RETURNING "id"`,
      [file.id, hubId, memberId, file.name, file.mediaType, file.expiresAt, mostFiles, mostBytes],
    );
    if (begun.length === 0)
      throw new HubError(
        'payload_too_large',
        'Too much is staged already. Each file goes after an hour; try again then.',
      );
  }

  /** Waits for no disk: a file counts only once it is complete, and that commit is written behind all of its chunks. */
  async append(id: string, at: number, bytes: Buffer, caller: Caller): Promise<void> {
    await this.database.forCaller(caller, (manager) =>
      Promise.all([
        manager.query('SET LOCAL synchronous_commit TO off'),
        manager.query('INSERT INTO "integrations"."file_chunks" ("file_id", "at", "bytes") VALUES ($1, $2, $3)', [
          id,
          at,
          bytes,
        ]),
      ]),
    );
  }

  /** @throws HubError `input_invalid` where its hour ended meanwhile. */
  async complete(id: string, done: Pick<FileRow, 'sizeBytes' | 'chunks' | 'sha256'>, caller: Caller): Promise<FileRow> {
    const [rows] = (await this.query(
      caller,
      `UPDATE "integrations"."files" SET "size_bytes" = $2, "chunks" = $3, "sha256" = $4, "complete" = true WHERE "id" = $1 AND "hub_id" = $5 AND "member_id" = $6 RETURNING ${columns}`,
      [id, done.sizeBytes, done.chunks, done.sha256, caller.claims.hubId, caller.claims.memberId],
    )) as unknown as [Raw[]];
    const [raw] = rows;
    if (!raw) throw new HubError('input_invalid', 'The file took longer than the hour it is kept. Send it again.');
    return toRow(raw);
  }

  async find(id: string, caller: Caller): Promise<FileRow | undefined> {
    const { hubId, memberId } = caller.claims;
    const [raw] = await this.query(
      caller,
      `SELECT ${columns} FROM "integrations"."files"
        WHERE "id" = $1 AND "hub_id" = $2 AND "member_id" = $3 AND "complete" AND "expires_at" > clock_timestamp()`,
      [id, hubId, memberId],
    );
    return raw ? toRow(raw) : undefined;
  }

  async remove(id: string, caller: Caller): Promise<void> {
    const { hubId, memberId } = caller.claims;
    const own = 'DELETE FROM "integrations"."files" WHERE "id" = $1 AND "hub_id" = $2 AND "member_id" = $3';
    await this.query(caller, own, [id, hubId, memberId]);
  }

  stream(row: Pick<FileRow, 'id' | 'chunks'>, caller: Caller): Readable {
    return Readable.from(this.read(row, caller), { objectMode: false, highWaterMark: 1024 * 1024 });
  }

  /** Deletes files whose hour is over. */
  static async sweep(database: Database): Promise<void> {
    await database.asService((manager) =>
      manager.query('DELETE FROM "integrations"."files" WHERE "expires_at" <= clock_timestamp()'),
    );
  }

  /** The next chunk is on its way while one is handed on. */
  private async *read(row: Pick<FileRow, 'id' | 'chunks'>, caller: Caller): AsyncGenerator<Buffer> {
    let next = this.chunk(row, 0, caller);
    for (let at = 0; at < row.chunks; at += 1) {
      const pieces = await next;
      next = this.chunk(row, at + 1, caller);
      next.catch(() => undefined);
      yield* pieces;
    }
  }

  /** In pieces, because the driver hands bytes on as text: short ones cost the memory far less than one of two megabytes. */
  private async chunk({ id, chunks }: Pick<FileRow, 'id' | 'chunks'>, at: number, caller: Caller): Promise<Buffer[]> {
    if (at >= chunks) return [];
    const rows = (await this.query(
      caller,
      `SELECT substring("bytes" FROM begin FOR $3::integer) AS "bytes" FROM "integrations"."file_chunks",
        LATERAL generate_series(1, octet_length("bytes"), $3::integer) AS begin
        WHERE "file_id" = $1 AND "at" = $2 ORDER BY begin`,
      [id, at, pieceBytes],
    )) as unknown as { bytes: Buffer }[];
    if (rows.length === 0) throw new Error('a chunk of a staged file is gone');
    return rows.map(({ bytes }) => bytes);
  }

  private query(caller: Caller, sql: string, values: unknown[]): Promise<Raw[]> {
    return this.database.forCaller(caller, (manager) => manager.query(sql, values)) as Promise<Raw[]>;
  }
}

const toRow = (raw: Raw): FileRow => ({
  id: raw.id,
  name: raw.name,
  mediaType: raw.media_type,
  sizeBytes: Number(raw.size_bytes),
  sha256: raw.sha256,
  chunks: raw.chunks,
  expiresAt: raw.expires_at,
});
