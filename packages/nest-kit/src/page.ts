import { HubError } from '@switchboard/contracts';
import type { z } from 'zod';

/** @param place what a cursor of this list holds. @returns the place after which a page begins. @throws HubError `input_invalid`. */
export function readCursor<T>(cursor: string | undefined, place: z.ZodType<T>): T | undefined {
  if (cursor === undefined) return undefined;
  const read = place.safeParse(Buffer.from(cursor, 'base64url').toString('utf8'));
  if (read.success) return read.data;
  throw new HubError('input_invalid', undefined, {
    errors: [{ path: '/cursor', message: 'Not a cursor of this list.' }],
  });
}

export interface PageOf<Row> {
  readonly rows: readonly Row[];
  /** Where the next page begins; none behind the last. */
  readonly nextCursor?: string;
}

/** Cuts one row more than a page holds into a page, and the cursor that its last row's place makes. */
export function toPage<Row>(found: readonly Row[], limit: number, placeOf: (row: Row) => string): PageOf<Row> {
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  if (last === undefined || found.length <= limit) return { rows };
  return { rows, nextCursor: Buffer.from(placeOf(last)).toString('base64url') };
}
