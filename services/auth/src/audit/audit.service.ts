import { Injectable } from '@nestjs/common';
import { type AuditEntry, HubError, type listAudit, type RequestOf } from '@switchboard/contracts';
import { type Caller, Database } from '@switchboard/nest-kit';

interface Row {
  sequence: string;
  at: Date;
  service: string;
  event: string;
  member_id: string | null;
  actor: string;
  subject: string | null;
  outcome: AuditEntry['outcome'];
  details: AuditEntry['details'];
  trace_id: string | null;
  hash: string;
}

/** The audit log as those who may read it page through it, newest first. */
@Injectable()
export class AuditService {
  constructor(private readonly database: Database) {}

  async list(
    { limit = 50, cursor, event, memberId }: RequestOf<typeof listAudit>,
    { claims }: Caller,
  ): Promise<{ items: AuditEntry[]; nextCursor?: string }> {
    const rows = (await this.database.asService((manager) =>
      manager.query(
        `SELECT sequence, at, service, event, member_id, actor, subject, outcome, details, trace_id,
            encode(hash, 'hex') AS hash FROM audit.entry
          WHERE hub_id = $1 AND sequence < $2 AND ($3::text IS NULL OR event = $3)
            AND ($4::uuid IS NULL OR member_id = $4) ORDER BY sequence DESC LIMIT $5`,
        [claims.hubId, before(cursor), event ?? null, memberId ?? null, limit + 1],
      ),
    )) as Row[];
    const items = rows.slice(0, limit).map(entryOf);
    const last = items.at(-1);
    const more = rows.length > limit && last;
    return { items, ...(more && { nextCursor: Buffer.from(`a${last.sequence}`).toString('base64url') }) };
  }
}

function before(cursor: string | undefined): string {
  if (cursor === undefined) return String(Number.MAX_SAFE_INTEGER);
  const match = /^a(\d{1,15})$/.exec(Buffer.from(cursor, 'base64url').toString('latin1'));
  if (!match?.[1])
    throw new HubError('input_invalid', undefined, {
      errors: [{ path: '/cursor', message: 'Not a cursor of this list.' }],
    });
  return match[1];
}

const entryOf = (row: Row): AuditEntry => ({
  sequence: Number(row.sequence),
  at: row.at.toISOString(),
  service: row.service,
  event: row.event,
  ...(row.member_id && { memberId: row.member_id }),
  actor: row.actor,
  ...(row.subject && { subject: row.subject }),
  outcome: row.outcome,
  details: row.details,
  ...(row.trace_id && { traceId: row.trace_id }),
  hash: row.hash,
});
