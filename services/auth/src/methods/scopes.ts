import type { AuthMethod } from '@switchboard/provider-kit';
import { scopesOf } from '../connections/features.ts';
import type { SettingValues } from './protocol.ts';

/** The provider's scopes to ask for: those behind the features, and those that a person named themselves. */
export function askedScopes(method: AuthMethod, features: readonly string[], settings: SettingValues): string[] {
  const named = method.kind === 'oauth2' && method.scopesFrom ? (settings[method.scopesFrom] ?? '') : '';
  return [...new Set([...scopesOf(method, features), ...named.split(/\s+/).filter((scope) => scope !== '')])];
}
