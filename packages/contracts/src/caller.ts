import { z } from 'zod';
import { ApiKeyId, ConnectionId, HubId, MemberId, SessionId } from './ids.ts';
import { Permission, Role } from './permission.ts';

/**
 * Who asks: the claims of the short-lived statement that `auth` signs (Ed25519) and that every service checks.
 * `via: service` is a declared background job and holds only what `permissions` lists.
 */
export const CallerClaims = z.object({
  hubId: HubId,
  memberId: MemberId,
  role: Role,
  via: z.enum(['session', 'api_key', 'service']),
  sessionId: SessionId.optional(),
  apiKeyId: ApiKeyId.optional(),
  permissions: z.array(Permission),
  /** Set for an API key limited to one connection. */
  connectionId: ConnectionId.optional(),
  /** When the person last proved who they are; Unix seconds. */
  authenticatedAt: z.number().int(),
  issuedAt: z.number().int(),
  expiresAt: z.number().int(),
});
export type CallerClaims = z.infer<typeof CallerClaims>;

/** Seconds after a login during which `fresh` routes and messages answer (G-2). */
export const freshSeconds = 300;
