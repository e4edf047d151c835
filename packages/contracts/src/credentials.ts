import { z } from 'zod';
import { features } from './connection-fields.ts';
import { Connection } from './connections.ts';
import { ConnectionId, Instant } from './ids.ts';
import { defineMessage } from './message.ts';

/**
 * One short-lived credential of one connection, sealed to the asker's one-time X25519 key (V-10).
 * `rejected`: the SHA-256 of an access token the provider just refused, so that one forced refresh may follow (F-04, F-06).
 */
export const issueCredential = defineMessage({
  subject: 'auth.credential.issue',
  callers: ['integrations'],
  permission: 'self',
  request: z.object({
    connectionId: ConnectionId,
    needs: features,
    publicKey: z.string().max(128),
    purpose: z.enum(['action', 'proxy', 'undo', 'background']),
    runId: z.string().max(64).optional(),
    rejected: z.string().max(64).optional(),
  }),
  reply: z.object({
    connection: Connection,
    /** Sealed JSON `{accessToken}` or `{apiKey}`. */
    sealed: z.string(),
    expiresAt: Instant,
    version: z.int(),
    /** The OAuth client of the grant, which some providers want named beside the token. */
    clientId: z.string().optional(),
  }),
  errors: [
    'connection_unknown',
    'provider_unknown',
    'scope_missing',
    'reconnect_required',
    'provider_limited',
    'provider_unavailable',
    'provider_misconfigured',
    'rate_limited',
  ],
  timeoutMs: 20_000,
});

/** The context a sealed credential is bound to; both sides name it (V-10). */
export const issuedCredentialContext = (connectionId: string): string => `auth.credential.issue:${connectionId}`;

/** What opens from `sealed`. */
export const IssuedCredential = z.object({ accessToken: z.string().optional(), apiKey: z.string().optional() });
export type IssuedCredential = z.infer<typeof IssuedCredential>;
