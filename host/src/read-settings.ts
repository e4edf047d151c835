import { parseSettings, type Settings } from '@switchboard/nest-kit';
import { registrations } from '@switchboard/providers';

/** Every setting, those of the providers' clients included. @throws SettingsError for the first wrong one. */
export const readSettings = (environment: Readonly<Record<string, string | undefined>>): Settings =>
  parseSettings(environment, registrations);
