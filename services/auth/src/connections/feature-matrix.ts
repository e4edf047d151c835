import type { ActionRef, ConnectionDetail } from '@switchboard/contracts';
import type { AuthMethod, ProviderDeclaration } from '@switchboard/provider-kit';
import type { Connection } from './connection.entity.ts';
import { missingFeatures } from './features.ts';

type Row = ConnectionDetail['featureMatrix'][number];

/** What each feature of a connection opens, and what is missing for the rest. */
export function featureMatrix(row: Connection, provider: ProviderDeclaration, method: AuthMethod): Row[] {
  const held = new Set(row.grantedScopes);
  return Object.entries(method.features).map(([feature, { title, scopes }]) => {
    const granted = row.features.includes(feature);
    const requested = row.requestedFeatures.includes(feature);
    return {
      feature,
      title,
      granted,
      requested,
      missingScopes: granted ? [] : scopes.filter((scope) => !held.has(scope)),
      ...(!granted && { why: whyNot(provider.title, requested) }),
      actions: actionsOf(row, provider, feature),
    };
  });
}

const whyNot = (provider: string, requested: boolean): string =>
  requested ? `It was asked for, but ${provider} did not grant it.` : 'It has not been asked for yet.';

function actionsOf(row: Connection, provider: ProviderDeclaration, feature: string): Row['actions'] {
  const needing = provider.actions.filter(({ needs }) => needs.includes(feature));
  return needing.map(({ name, title, effect, needs }) => {
    const missing = missingFeatures(needs, row.features);
    return { ref: `${provider.id}.${name}` as ActionRef, title, effect, available: missing.length === 0, missing };
  });
}
