import { z } from 'zod';
import { ConnectionId, Instant } from './ids.ts';
import { defineMessage } from './message.ts';
import { defineRoute } from './route.ts';

/** What keeps a bundle shut, so it is asked for twice in the dashboard and kept nowhere. */
export const Passphrase = z.string().min(12).max(256);
/** A bundle as it is kept in a file: base64url. */
export const BundleText = z
  .string()
  .max(900_000)
  .regex(/^[A-Za-z0-9_-]+$/);

/** Why a connection does not work after a move: each with one sentence for its person. */
export const ReconnectReason = z.enum([
  'single_use',
  'other_client',
  'not_set_up',
  'provider_unknown',
  'ended',
  'not_readable',
  'settings_refused',
]);
export const MustReconnect = z.object({
  provider: z.string(),
  label: z.string(),
  reason: ReconnectReason,
  message: z.string(),
  /** The connection to reconnect, where the import made or found one. */
  connectionId: ConnectionId.optional(),
});
export type MustReconnect = z.infer<typeof MustReconnect>;
const Named = z.object({ connectionId: ConnectionId, provider: z.string(), label: z.string() });

export const ExportBody = z.strictObject({
  passphrase: Passphrase,
  /** All of the person's unless told; at most 200 in one bundle. */
  connectionIds: z.array(ConnectionId).min(1).max(200).optional(),
});
export const ExportReply = z.object({
  bundle: BundleText,
  /** As a file may be called. */
  fileName: z.string(),
  exportedAt: Instant,
  /** Those that work wherever the bundle is opened and their client is set up. */
  carried: z.array(Named),
  /** Those that are in the bundle without what opens them. */
  reconnect: z.array(MustReconnect),
});
export const ImportBody = z.strictObject({ passphrase: z.string().min(1).max(256), bundle: BundleText });
export const ImportReply = z.object({
  exportedAt: Instant,
  /** Those that work now. */
  imported: z.array(Named),
  /** Those that were here already and were left as they are. */
  kept: z.array(Named),
  reconnect: z.array(MustReconnect),
});

/** Packs the person's connections with what opens them, sealed by a passphrase; kept nowhere. */
export const exportConnections = defineMessage({
  subject: 'auth.bundle.export',
  callers: ['gateway'],
  permission: 'secrets:manage',
  fresh: true,
  request: ExportBody,
  reply: ExportReply,
  errors: ['rate_limited', 'conflict', 'connection_unknown'],
  timeoutMs: 30_000,
});
/** Unpacks a bundle into the person's own connections; doing it again changes nothing. */
export const importConnections = defineMessage({
  subject: 'auth.bundle.import',
  callers: ['gateway'],
  permission: 'secrets:manage',
  fresh: true,
  request: ImportBody,
  reply: ImportReply,
  errors: ['rate_limited'],
  timeoutMs: 30_000,
});

export const postConnectionsExport = defineRoute({
  method: 'POST',
  path: '/api/v1/connections/export',
  permission: 'secrets:manage',
  fresh: true,
  title: 'Take my connections along, sealed by a passphrase',
  body: ExportBody,
  reply: ExportReply,
  showsSecret: true,
});
export const postConnectionsImport = defineRoute({
  method: 'POST',
  path: '/api/v1/connections/import',
  permission: 'secrets:manage',
  fresh: true,
  title: 'Unpack connections from a bundle',
  body: ImportBody,
  reply: ImportReply,
  showsSecret: true,
});
