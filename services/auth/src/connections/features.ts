import type { AuthMethod } from '@switchboard/provider-kit';

/** What a person may be asked for, by one auth method. */
type Method = Pick<AuthMethod, 'features'> & { readonly baseFeatures?: readonly string[] };

/** Features with those that always come along; unknown ones are left out. */
export function featuresToAsk(method: Method, features: Iterable<string>): string[] {
  const required = Object.entries(method.features).filter(([, feature]) => feature.required);
  const wanted = [...(method.baseFeatures ?? []), ...required.map(([id]) => id), ...features];
  return [...new Set(wanted)].filter((id) => Object.hasOwn(method.features, id));
}

/** Features that whoever sets the hub up with such an account is asked for. */
export const askedAtSetUp = ({ features }: Method): string[] =>
  Object.keys(features).filter((id) => features[id]?.atSetUp);

/**
 * Features without those that another of them contains: asking for the rest opens them all, with the least text at consent. What
 * the scopes held carry stays, so that a wider feature that is then declined takes nothing away (O-9).
 */
export function widestFeatures(method: Method, features: readonly string[], held: readonly string[] = []): string[] {
  const kept = new Set(features);
  for (const id of features) {
    const own = method.features[id]?.scopes ?? [];
    if (own.length > 0 && own.every((scope) => held.includes(scope))) continue;
    kept.delete(id);
    if (!withParts(method, [...kept]).has(id)) kept.add(id);
  }
  return features.filter((id) => kept.has(id));
}

/** The provider's scopes behind features, each once, in the order of the declaration. */
export const scopesOf = (method: Method, features: readonly string[]): string[] => [
  ...new Set(features.flatMap((id) => method.features[id]?.scopes ?? [])),
];

/** What a connection may do: what was chosen, of that what the granted scopes carry, with what each of those contains (O-9). */
export function grantedFeatures(method: Method, scopes: readonly string[], chosen: readonly string[]): string[] {
  const held = new Set([...scopes, ...neverAnswered]);
  const carried = Object.keys(method.features).filter((id) =>
    method.features[id]?.scopes.every((scope) => held.has(scope)),
  );
  const wanted = withParts(method, featuresToAsk(method, chosen));
  const granted = withParts(method, carried);
  return Object.keys(method.features).filter((id) => granted.has(id) && wanted.has(id));
}

/** Those chosen with all that they contain, where nobody grants them one by one, as for a key. */
export function containedFeatures(method: Method, chosen: readonly string[]): string[] {
  const wanted = withParts(method, featuresToAsk(method, chosen));
  return Object.keys(method.features).filter((id) => wanted.has(id));
}

/** Asks for a way to renew (OpenID Connect Core §11); providers seldom say it back. */
const neverAnswered = ['offline_access'];

/** Features with all that they contain. */
function withParts(method: Method, features: readonly string[]): Set<string> {
  const found = new Set<string>();
  const add = (id: string): void => {
    if (found.has(id)) return;
    found.add(id);
    for (const part of method.features[id]?.includes ?? []) add(part);
  };
  for (const id of features) add(id);
  return found;
}

/** Asked for and not granted. */
export const missingFeatures = (requested: readonly string[], granted: readonly string[]): string[] =>
  requested.filter((id) => !granted.includes(id));
