import type { ConnectionId, Notice, NoticeId } from '@switchboard/contracts';
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
