export { authService, startAuth, type AuthOptions } from './service.ts';
export { checkEnvironmentClients } from './operator/check-clients.ts';
export { createApiKeyFor } from './operator/create-api-key.ts';
export type { OperatorOptions } from './operator/open-parts.ts';
export { rotateKeys, type RotateOptions, type Rotation } from './operator/rotate-keys.ts';
export { verifyAudit } from './operator/verify-audit.ts';
export type { AuditVerdict } from './audit/audit-log.ts';
