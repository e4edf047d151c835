import { HubError } from '@switchboard/contracts';
import type { Chosen } from '../core/catalog.ts';
import { changedSettings } from '../methods/editable-settings.ts';
import type { SettingValues } from '../methods/protocol.ts';
import { settingsOf } from '../methods/settings.ts';
import type { SecretValue } from './secret-values.ts';

/**
 * The settings of a connection that is made with a stored secret. It goes where it was tried before it was kept, and to no
 * address that comes with a request: else whoever may connect could have it sent to themselves (D-3, V-11).
 * @throws HubError `conflict`, `input_invalid`.
 */
export function settingsFor(
  chosen: Chosen,
  { method, settings }: Pick<SecretValue, 'method' | 'settings'>,
  given: SettingValues = {},
): Record<string, string> {
  if (method === undefined) {
    if (chosen.declaration.personAddress)
      throw new HubError(
        'conflict',
        'The hub does not know where this secret belongs. Keep it with its service first.',
      );
    return settingsOf(chosen, given);
  }
  if (method !== chosen.method) throw new HubError('conflict', 'This secret belongs to another way of connecting.');
  const changed = Object.entries(given).filter(([name, value]) => settings[name] !== value);
  return changedSettings(chosen, settings, Object.fromEntries(changed));
}
