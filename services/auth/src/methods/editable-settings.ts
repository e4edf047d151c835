import { HubError } from '@switchboard/contracts';
import { z } from 'zod';
import type { Chosen } from '../core/catalog.ts';
import type { SettingValues } from './protocol.ts';
import { settingsOf, settingsSchema } from './settings.ts';

/**
 * The settings once a person changed some: only those that the declaration marks with `.meta({ editable: true })`, as a default chat;
 * an empty text takes one away. @throws HubError `input_invalid`.
 */
export function changedSettings(chosen: Chosen, settings: SettingValues, given: SettingValues): Record<string, string> {
  const schema = settingsSchema(chosen);
  const described = schema ? z.toJSONSchema(schema, { io: 'input' }).properties : undefined;
  for (const name of Object.keys(given)) {
    const field = described && Object.hasOwn(described, name) ? described[name] : undefined;
    if (typeof field !== 'object' || field['editable'] !== true) throw notEditable(name);
  }
  const merged = Object.entries({ ...settings, ...given }).filter(([, value]) => value !== '');
  return settingsOf(chosen, Object.fromEntries(merged));
}

function notEditable(name: string): HubError {
  const message = 'This cannot be changed. Connect the account anew instead.';
  return new HubError('input_invalid', message, { errors: [{ path: `/settings/${name}`, message }] });
}
