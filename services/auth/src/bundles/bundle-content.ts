import { Feature, Instant, ReconnectReason } from '@switchboard/contracts';
import { z } from 'zod';

const text = (max: number) => z.string().max(max);
const instant = Instant.nullable();

/** What opens an account; as much of it as its method has. */
export const BundledCredential = z.strictObject({
  accessToken: text(16_384).optional(),
  refreshToken: text(16_384).optional(),
  apiKey: text(16_384).optional(),
  clientSecret: text(2_048).optional(),
});
export type BundledCredential = z.infer<typeof BundledCredential>;

export const BundledConnection = z.strictObject({
  provider: text(64),
  method: text(32),
  environment: z.enum(['sandbox', 'live']),
  clientId: text(512).nullable(),
  label: text(128).min(1),
  subject: text(512),
  email: text(320).nullable(),
  accountName: text(320).nullable(),
  settings: z.record(text(64), text(512)),
  requestedFeatures: z.array(Feature).max(40),
  grantedScopes: z.array(text(512)).max(200),
  issuedAt: Instant,
  consentedAt: Instant,
  accessExpiresAt: instant,
  refreshExpiresAt: instant,
  credential: BundledCredential.optional(),
  /** Why there is no credential. */
  left: ReconnectReason.optional(),
});
export type BundledConnection = z.infer<typeof BundledConnection>;

export const BundleContent = z.strictObject({
  format: z.literal(1),
  exportedAt: Instant,
  connections: z.array(BundledConnection).max(200),
});
export type BundleContent = z.infer<typeof BundleContent>;
