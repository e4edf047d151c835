import {
  type Connection as ConnectionView,
  type ConnectionDetail,
  type ConnectionId,
  ConnectionStatus,
} from '@switchboard/contracts';
import type { ProviderDeclaration } from '@switchboard/provider-kit';
import { notSupported } from '../core/catalog.ts';
import { grantEnds, nextEnd } from '../upkeep/grant-ends.ts';
import type { Connection } from './connection.entity.ts';
import { featureMatrix } from './feature-matrix.ts';
import { missingFeatures } from './features.ts';
import type { Timeline } from './timeline.entity.ts';

export const accountOf = (row: Connection): ConnectionView['account'] => ({
  subject: row.subject,
  ...(row.email && { email: row.email }),
  ...(row.accountName && { name: row.accountName }),
});

/** A path of the hub that is another one for another picture, so that browsers may keep what lies there. */
const pictureOf = ({ id, pictureAt }: Connection): { picture?: string } =>
  pictureAt ? { picture: `/api/v1/connections/${id}/picture?v=${pictureAt.getTime()}` } : {};

/** A connection as its person sees it, whether this version knows its provider or not; nothing of its credential. */
export function connectionView(
  row: Connection,
  defaultFor: readonly string[],
  provider: ProviderDeclaration | undefined,
): ConnectionView {
  const reason = provider?.auth[row.method] ? row.statusReason : notSupported(row.provider);
  const end = row.status === 'active' ? nextEnd(grantEnds(row, provider?.auth[row.method])) : undefined;
  return {
    id: row.id as ConnectionId,
    provider: row.provider,
    providerTitle: provider?.title ?? row.provider,
    method: row.method,
    ...(provider?.auth[row.method]?.kind === 'apiKey' && { byKey: true }),
    environment: row.environment,
    label: row.label,
    account: { ...accountOf(row), ...pictureOf(row) },
    status: ConnectionStatus.parse(row.status),
    ...(reason && { statusReason: reason }),
    features: row.features,
    missingFeatures: missingFeatures(row.requestedFeatures, row.features),
    defaultFor: [...defaultFor],
    settings: row.settings,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    ...(row.lastUsedAt && { lastUsedAt: row.lastUsedAt.toISOString() }),
    ...(row.accessExpiresAt && { accessExpiresAt: row.accessExpiresAt.toISOString() }),
    ...(end && { expectedEnd: { at: end.at.toISOString(), reason: end.reason, renewed: end.renewed } }),
  };
}

/** The same with its history and what each feature stands on. */
export function connectionDetail(
  row: Connection,
  defaultFor: readonly string[],
  provider: ProviderDeclaration | undefined,
  timeline: readonly Timeline[],
): ConnectionDetail {
  const method = provider?.auth[row.method];
  return {
    ...connectionView(row, defaultFor, provider),
    timeline: timeline.map(({ at, kind, detail }) => ({ at: at.toISOString(), kind, ...(detail && { detail }) })),
    featureMatrix: provider && method ? featureMatrix(row, provider, method) : [],
  };
}
