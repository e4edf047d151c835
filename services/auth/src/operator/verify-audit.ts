import { AuditLog, type AuditVerdict } from '../audit/audit-log.ts';
import { filesOf, readKeys } from '../config.ts';
import { type OperatorOptions, withDatabase } from './open-parts.ts';

/** Recomputes the audit chain and holds its checkpoints against it, beside a hub that may be running. */
export async function verifyAudit(options: OperatorOptions): Promise<AuditVerdict> {
  const files = filesOf(options.settings);
  const { auditKey } = await readKeys(files);
  return withDatabase(options, (database) => new AuditLog(database, auditKey, files.auditCheckpoints).verify());
}
