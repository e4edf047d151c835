import type { AuthMethod } from '@switchboard/provider-kit';
import { scopesOf, widestFeatures } from '../connections/features.ts';
import type { SettingValues } from './protocol.ts';

/**
 * The provider's scopes to ask for: the least that open the features, and those that a person named themselves.
 * @param held the scopes that a connection has already.
 */
export function askedScopes(
  method: AuthMethod,
  features: readonly string[],
  settings: SettingValues,
  held: readonly string[] = [],
): string[] {
  const named = method.kind === 'oauth2' && method.scopesFrom ? (settings[method.scopesFrom] ?? '') : '';
  return [
    ...new Set([
      ...scopesOf(method, widestFeatures(method, features, held)),
      ...named.split(/\s+/).filter((scope) => scope !== ''),
    ]),
  ];
}
