import { Injectable } from '@nestjs/common';
import type { AuditEntry, listAudit, RequestOf } from '@switchboard/contracts';
import { type Caller, Database, readCursor, toPage } from '@switchboard/nest-kit';
import { z } from 'zod';

const newest = String(Number.MAX_SAFE_INTEGER);
const sequence = z
  .string()
  .regex(/^a\d{1,15}$/)
  .transform((place) => place.slice(1));

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
    const before = readCursor(cursor, sequence) ?? newest;
    const rows = (await this.database.asService((manager) =>
      manager.query(
        `SELECT sequence, at, service, event, member_id, actor, subject, outcome, details, trace_id,
            encode(hash, 'hex') AS hash FROM audit.entry
          WHERE hub_id = $1 AND sequence < $2 AND ($3::text IS NULL OR event = $3)
            AND ($4::uuid IS NULL OR member_id = $4) ORDER BY sequence DESC LIMIT $5`,
        [claims.hubId, before, event ?? null, memberId ?? null, limit + 1],
      ),
    )) as Row[];
    const page = toPage(rows, limit, (row) => `a${row.sequence}`);
    return { items: page.rows.map(entryOf), nextCursor: page.nextCursor };
  }
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
