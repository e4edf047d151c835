import {
  type Connection as ConnectionView,
  type ConnectionDetail,
  type ConnectionId,
  ConnectionStatus,
} from '@switchboard/contracts';
import type { AuthMethod } from '@switchboard/provider-kit';
import type { Connection } from './connection.entity.ts';
import { missingFeatures } from './features.ts';
import type { Timeline } from './timeline.entity.ts';

export const accountOf = (row: Connection): ConnectionView['account'] => ({
  subject: row.subject,
  ...(row.email && { email: row.email }),
  ...(row.accountName && { name: row.accountName }),
});

/** A connection as its person sees it; nothing of its credential. */
export function connectionView(row: Connection, defaultFor: readonly string[]): ConnectionView {
  return {
    id: row.id as ConnectionId,
    provider: row.provider,
    environment: row.environment,
    label: row.label,
    account: accountOf(row),
    status: ConnectionStatus.parse(row.status),
    ...(row.statusReason && { statusReason: row.statusReason }),
    features: row.features,
    missingFeatures: missingFeatures(row.requestedFeatures, row.features),
    defaultFor: [...defaultFor],
    settings: row.settings,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    ...(row.lastUsedAt && { lastUsedAt: row.lastUsedAt.toISOString() }),
    ...(row.accessExpiresAt && { accessExpiresAt: row.accessExpiresAt.toISOString() }),
  };
}

/** The same with its history and what each feature stands on. */
export function connectionDetail(
  row: Connection,
  defaultFor: readonly string[],
  method: AuthMethod | undefined,
  timeline: readonly Timeline[],
): ConnectionDetail {
  const held = new Set(row.grantedScopes);
  return {
    ...connectionView(row, defaultFor),
    timeline: timeline.map(({ at, kind, detail }) => ({ at: at.toISOString(), kind, ...(detail && { detail }) })),
    featureMatrix: Object.entries(method?.features ?? {}).map(([feature, { title, scopes }]) => ({
      feature,
      title,
      granted: row.features.includes(feature),
      requested: row.requestedFeatures.includes(feature),
      missingScopes: row.features.includes(feature) ? [] : scopes.filter((scope) => !held.has(scope)),
    })),
    ...(row.status === 'active' &&
      row.refreshExpiresAt && {
        expectedEnd: {
          at: row.refreshExpiresAt.toISOString(),
          reason: 'The provider ends this access then, unless the account is connected again.',
        },
      }),
  };
}
