import { ConnectionId, HubError } from '@switchboard/contracts';

/** @returns the id after which a page begins. @throws HubError `input_invalid`. */
export function readConnectionCursor(cursor: string | undefined): string | undefined {
  if (cursor === undefined) return undefined;
  const id = ConnectionId.safeParse(Buffer.from(cursor, 'base64url').toString('latin1'));
  if (id.success) return id.data;
  throw new HubError('input_invalid', undefined, {
    errors: [{ path: '/cursor', message: 'Not a cursor of this list.' }],
  });
}

/** Where one row more than a page holds was found: how to ask for the next page. */
export function nextConnectionCursor(rows: readonly { readonly id: string }[], limit: number): { nextCursor?: string } {
  const last = rows[limit - 1];
  return rows.length > limit && last ? { nextCursor: Buffer.from(last.id).toString('base64url') } : {};
}
