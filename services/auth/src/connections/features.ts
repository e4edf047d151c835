import type { AuthMethod } from '@switchboard/provider-kit';

/** What a person may be asked for, by one auth method. */
type Method = Pick<AuthMethod, 'features'> & { readonly baseFeatures?: readonly string[] };

/** Features with those that always come along; unknown ones are left out. */
export function featuresToAsk(method: Method, features: Iterable<string>): string[] {
  const required = Object.entries(method.features).filter(([, feature]) => feature.required);
  const wanted = [...(method.baseFeatures ?? []), ...required.map(([id]) => id), ...features];
  return [...new Set(wanted)].filter((id) => Object.hasOwn(method.features, id));
}

/** The provider's scopes behind features, each once, in the order of the declaration. */
export const scopesOf = (method: Method, features: readonly string[]): string[] => [
  ...new Set(features.flatMap((id) => method.features[id]?.scopes ?? [])),
];

/** The features that granted scopes carry, with those each contains (O-9). */
export function grantedFeatures(method: Method, scopes: readonly string[]): string[] {
  const held = new Set(scopes);
  const granted = new Set<string>();
  const add = (id: string): void => {
    if (granted.has(id)) return;
    granted.add(id);
    for (const part of method.features[id]?.includes ?? []) add(part);
  };
  for (const [id, feature] of Object.entries(method.features))
    if (feature.scopes.every((scope) => held.has(scope))) add(id);
  return Object.keys(method.features).filter((id) => granted.has(id));
}

/** Asked for and not granted. */
export const missingFeatures = (requested: readonly string[], granted: readonly string[]): string[] =>
  requested.filter((id) => !granted.includes(id));
