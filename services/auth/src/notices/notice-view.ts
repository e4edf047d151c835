import { type ConnectionId, HubError, type Notice, NoticeId } from '@switchboard/contracts';
import type { NoticeRow } from './notice.entity.ts';

export const noticeView = (row: NoticeRow): Notice => ({
  id: row.id as NoticeId,
  connectionId: row.connectionId as ConnectionId,
  provider: row.provider,
  label: row.label,
  kind: row.kind,
  reason: row.reason,
  ...(row.endsAt && { endsAt: row.endsAt.toISOString() }),
  raisedAt: row.raisedAt.toISOString(),
  ...(row.dismissedAt && { dismissedAt: row.dismissedAt.toISOString() }),
  ...(row.toldBy && { toldBy: row.toldBy }),
});

/** One row more than a page holds says that there is another page. */
export function noticePage(rows: readonly NoticeRow[], limit: number): { items: Notice[]; nextCursor?: string } {
  const items = rows.slice(0, limit).map(noticeView);
  const last = items.at(-1);
  const more = rows.length > limit && last;
  return { items, ...(more && { nextCursor: Buffer.from(last.id).toString('base64url') }) };
}

/** @throws HubError `input_invalid`. */
export function readNoticeCursor(cursor: string | undefined): string | undefined {
  if (cursor === undefined) return undefined;
  const id = NoticeId.safeParse(Buffer.from(cursor, 'base64url').toString('latin1'));
  if (id.success) return id.data;
  throw new HubError('input_invalid', undefined, {
    errors: [{ path: '/cursor', message: 'Not a cursor of this list.' }],
  });
}
