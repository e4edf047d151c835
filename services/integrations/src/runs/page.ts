import { HubError } from '@switchboard/contracts';
import { z } from 'zod';

const Cursor = z.uuid();

/** @returns the id after which a page begins, newest first. @throws HubError `input_invalid`. */
export function readCursor(cursor: string | undefined): string | undefined {
  if (cursor === undefined) return undefined;
  const id = Cursor.safeParse(Buffer.from(cursor, 'base64url').toString('utf8'));
  if (!id.success) throw new HubError('input_invalid', 'This cursor is not one of ours. Begin at the first page.');
  return id.data;
}

/** Cuts one row more than a page holds into a page and its cursor. */
export function toPage<Row extends { id: string }>(
  rows: readonly Row[],
  limit: number,
): { rows: Row[]; nextCursor?: string } {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return rows.length > limit && last
    ? { rows: page, nextCursor: Buffer.from(last.id).toString('base64url') }
    : { rows: page };
}
