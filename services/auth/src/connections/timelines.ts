import type { EntityManager } from 'typeorm';
import type { Connection } from './connection.entity.ts';
import { Timeline } from './timeline.entity.ts';

/** Adds one line to a connection's history, in the transaction of what it tells. */
export async function addToTimeline(
  manager: EntityManager,
  connection: Pick<Connection, 'id' | 'hubId' | 'memberId'>,
  kind: Timeline['kind'],
  detail?: string,
): Promise<void> {
  const { id: connectionId, hubId, memberId } = connection;
  await manager.getRepository(Timeline).insert({ connectionId, hubId, memberId, kind, detail: detail ?? null });
}
