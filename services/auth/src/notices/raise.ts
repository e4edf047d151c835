import type { NoticeKind } from '@switchboard/contracts';
import type { Ids } from '@switchboard/nest-kit';
import { type EntityManager, In } from 'typeorm';
import type { z } from 'zod';
import type { Connection } from '../connections/connection.entity.ts';
import { NoticeRow } from './notice.entity.ts';

type Kind = z.infer<typeof NoticeKind>;

export interface NewNotice {
  readonly connection: Pick<Connection, 'id' | 'hubId' | 'memberId' | 'provider' | 'label'>;
  readonly reason: string;
  readonly endsAt?: Date;
}

/**
 * Raises notices in the transaction of what they tell, with a line on each timeline.
 * @returns those that are new: where one of the kind is open already, it was told.
 */
export async function raiseNotices(
  manager: EntityManager,
  notices: readonly NewNotice[],
  kind: Kind,
  ids: Ids,
): Promise<NoticeRow[]> {
  if (notices.length === 0) return [];
  const values = notices.map(({ connection, reason, endsAt }) => {
    const { id: connectionId, hubId, memberId, provider, label } = connection;
    return { id: ids.uuid(), hubId, memberId, connectionId, kind, provider, label, reason, endsAt: endsAt ?? null };
  });
  await manager.createQueryBuilder().insert().into(NoticeRow).values(values).orIgnore().updateEntity(false).execute();
  const rows = await manager.getRepository(NoticeRow).findBy({ id: In(values.map(({ id }) => id)) });
  await manager.query(
    `INSERT INTO auth.timeline (hub_id, member_id, connection_id, kind, detail)
      SELECT hub_id, member_id, connection_id, 'notice', reason FROM auth.notice WHERE id = ANY($1)`,
    [rows.map(({ id }) => id)],
  );
  return rows;
}

/** What was told of a connection is over: it was connected again, disconnected, or put off. */
export async function closeNotices(
  manager: EntityManager,
  connectionId: string,
  kinds: readonly Kind[] = ['ends_soon', 'needs_you'],
): Promise<void> {
  await manager.query(
    'UPDATE auth.notice SET over_at = clock_timestamp() WHERE connection_id = $1 AND kind = ANY($2) AND over_at IS NULL',
    [connectionId, kinds],
  );
}
