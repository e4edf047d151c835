import type { ConnectionId, SecretView } from '@switchboard/contracts';
import { type EntityManager, In } from 'typeorm';
import { Connection } from '../connections/connection.entity.ts';
import type { StoredSecret } from './secret.entity.ts';

const live = In<Connection['status']>(['active', 'reconnect_required']);

/** Secrets as their person sees them, with the connections made with each; nothing of their values (V-11). */
export async function secretViews(manager: EntityManager, rows: readonly StoredSecret[]): Promise<SecretView[]> {
  const connections = await manager.getRepository(Connection).find({
    where: { secretId: In(rows.map(({ id }) => id)), status: live },
    order: { id: 'ASC' },
  });
  return rows.map((row) =>
    secretView(
      row,
      connections.filter(({ secretId }) => secretId === row.id),
    ),
  );
}

function secretView(row: StoredSecret, connections: readonly Connection[]): SecretView {
  const used = connections.flatMap(({ lastUsedAt }) => (lastUsedAt ? [lastUsedAt.getTime()] : []));
  return {
    id: row.id,
    name: row.name,
    ...(row.provider && { provider: row.provider }),
    ...(row.method && { method: row.method }),
    settings: row.settings,
    ...(row.account && { account: row.account }),
    lastFour: row.lastFour,
    createdAt: row.createdAt.toISOString(),
    ...(row.rotatedAt && { rotatedAt: row.rotatedAt.toISOString() }),
    ...(row.checkResult &&
      row.checkedAt && {
        check: { result: row.checkResult, message: row.checkMessage ?? '', checkedAt: row.checkedAt.toISOString() },
      }),
    ...(used.length > 0 && { lastUsedAt: new Date(Math.max(...used)).toISOString() }),
    connections: connections.map(({ id, label }) => ({ id: id as ConnectionId, label })),
  };
}
