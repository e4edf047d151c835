import type { EntityManager } from 'typeorm';
import type { MaybeCaller } from '../caller.ts';

export interface AuditRecord {
  /** In the past tense, `<noun>.<verb>`: `connection.connected`, `credential.issued`. */
  readonly event: string;
  readonly outcome: 'ok' | 'failed' | 'denied';
  /** What it happened to: an id. */
  readonly subject?: string;
  /** Facts without secrets. */
  readonly details?: Readonly<Record<string, unknown>>;
}

/** Who did it, where there is no caller. */
export interface Actor {
  readonly hubId?: string;
  readonly memberId?: string;
  readonly actor: string;
  readonly traceId?: string;
}

export const actorOf = ({ claims, traceId }: MaybeCaller): Actor => ({
  hubId: claims?.hubId,
  memberId: claims?.memberId,
  actor: claims ? `${claims.via}:${claims.apiKeyId ?? claims.sessionId ?? claims.memberId}` : 'anonymous',
  traceId,
});

/** Appends one row to the hub's audit chain, in the transaction of what it records: no audit, no action (L-1). */
export async function appendAudit(manager: EntityManager, who: Actor, record: AuditRecord): Promise<void> {
  const { hubId, memberId, actor, traceId } = who;
  const { event, outcome, subject, details = {} } = record;
  await manager.query('SELECT audit.append($1, $2, $3, $4, $5, $6, $7, $8)', [
    hubId ?? null,
    memberId ?? null,
    actor,
    event,
    outcome,
    subject ?? null,
    JSON.stringify(details),
    traceId ?? null,
  ]);
}

/** Appends many rows to their hubs' chains in the order given, by one statement; for what may be written in batches (L-1). */
export async function appendAudits(
  manager: EntityManager,
  entries: readonly { readonly who: Actor; readonly record: AuditRecord }[],
): Promise<void> {
  const rows = entries.map(({ who, record: { details = {}, ...record } }) => ({
    hub: who.hubId,
    member: who.memberId,
    actor: who.actor,
    trace: who.traceId,
    ...record,
    details,
  }));
  await manager.query('SELECT audit.append_all($1)', [JSON.stringify(rows)]);
}
