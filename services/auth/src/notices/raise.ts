import type { NoticeKind } from '@switchboard/contracts';
import type { EntityManager } from 'typeorm';
import type { z } from 'zod';
import type { Connection } from '../connections/connection.entity.ts';
import { addToTimeline } from '../connections/timelines.ts';
import { NoticeRow } from './notice.entity.ts';

export interface NewNotice {
  readonly id: string;
  readonly kind: z.infer<typeof NoticeKind>;
  readonly reason: string;
  readonly endsAt?: Date;
}

type About = Pick<Connection, 'id' | 'hubId' | 'memberId' | 'provider' | 'label'>;

/** Raises a notice in the transaction of what it tells. @returns undefined where one of the kind is open already: it is told once. */
export async function raiseNotice(
  manager: EntityManager,
  connection: About,
  { id, kind, reason, endsAt }: NewNotice,
): Promise<NoticeRow | undefined> {
  const { id: connectionId, hubId, memberId, provider, label } = connection;
  const rows = manager.getRepository(NoticeRow);
  await manager
    .createQueryBuilder()
    .insert()
    .into(NoticeRow)
    .values({ id, hubId, memberId, connectionId, kind, provider, label, reason, endsAt: endsAt ?? null })
    .orIgnore()
    .execute();
  const row = await rows.findOneBy({ id });
  if (row) await addToTimeline(manager, connection, 'notice', reason);
  return row ?? undefined;
}

/** What was told of a connection is over: it was connected again, disconnected, or put off. */
export async function closeNotices(
  manager: EntityManager,
  connectionId: string,
  kinds: readonly NewNotice['kind'][] = ['ends_soon', 'needs_you'],
): Promise<void> {
  await manager.query(
    'UPDATE auth.notice SET over_at = clock_timestamp() WHERE connection_id = $1 AND kind = ANY($2) AND over_at IS NULL',
    [connectionId, kinds],
  );
}
