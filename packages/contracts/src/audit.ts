import { z } from 'zod';
import { Instant, pageOf, PageQuery } from './ids.ts';
import { defineMessage } from './message.ts';
import { defineRoute } from './route.ts';

export const AuditEntry = z.object({
  sequence: z.int(),
  at: Instant,
  service: z.string(),
  event: z.string(),
  memberId: z.string().optional(),
  actor: z.string(),
  subject: z.string().optional(),
  outcome: z.enum(['ok', 'failed', 'denied']),
  details: z.record(z.string(), z.json()),
  traceId: z.string().optional(),
  hash: z.string(),
});
export type AuditEntry = z.infer<typeof AuditEntry>;

const AuditQuery = PageQuery.extend({ event: z.string().max(64).optional(), memberId: z.uuidv7().optional() });

export const listAudit = defineMessage({
  subject: 'auth.audit.list',
  callers: ['gateway'],
  permission: 'audit:read',
  request: AuditQuery,
  reply: pageOf(AuditEntry),
  errors: [],
  timeoutMs: 10_000,
});
/** Recomputes the chain and its checkpoints. */
export const verifyAudit = defineMessage({
  subject: 'auth.audit.verify',
  callers: ['gateway'],
  permission: 'audit:read',
  request: z.object({}),
  reply: z.object({ intact: z.boolean(), rows: z.int(), checkpoints: z.int(), problem: z.string().optional() }),
  errors: [],
  timeoutMs: 30_000,
});

export const getAudit = defineRoute({
  method: 'GET',
  path: '/api/v1/audit',
  permission: 'audit:read',
  title: 'The audit log, newest first',
  query: AuditQuery,
  reply: listAudit.reply,
});
export const postAuditVerification = defineRoute({
  method: 'POST',
  path: '/api/v1/audit/verify',
  permission: 'audit:read',
  title: 'Check the audit chain',
  reply: verifyAudit.reply,
});
