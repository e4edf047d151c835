import { HubError } from '@switchboard/contracts';
import { parseInput } from '@switchboard/nest-kit';
import type { CallbackRules, ProviderDeclaration } from '@switchboard/provider-kit';
import { z } from 'zod';
import type { Chosen } from '../core/catalog.ts';
import type { SettingValues } from './protocol.ts';

/** What a person fills in for a method: the provider's settings and its own; undefined where there are none. */
export function settingsSchema({ provider, declaration }: Chosen): z.ZodObject | undefined {
  const shape = { ...provider.settings?.shape, ...declaration.settings?.shape };
  return Object.keys(shape).length > 0 ? z.strictObject(shape) : undefined;
}

/** Checked by the declaration's strict patterns before anything is asked or fetched (O-6). @throws HubError `input_invalid`. */
export function settingsOf(chosen: Chosen, given: SettingValues): Record<string, string> {
  const schema = settingsSchema(chosen);
  if (!schema) return {};
  const parsed = parseInput(z.object({ settings: schema }), { settings: given }).settings;
  const values = Object.entries(parsed).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  const settings = Object.fromEntries(values);
  for (const [name, table] of Object.entries(chosen.provider.tables ?? {}))
    if (settings[name] !== undefined && !Object.hasOwn(table, settings[name])) throw notInTable(name);
  return settings;
}

/**
 * The settings once the provider told one of them in its callback, as a data centre: only a value of the setting's fixed table
 * counts (O-6).
 * @throws HubError `flow_invalid` for any other.
 */
export function toldSettings(
  { tables = {} }: ProviderDeclaration,
  rules: CallbackRules | undefined,
  settings: SettingValues,
  query: URLSearchParams,
): SettingValues {
  const { parameter = '', setting = '' } = rules?.tellsSetting ?? {};
  const told = rules?.tellsSetting ? query.get(parameter) : null;
  if (told === null) return settings;
  const table = Object.hasOwn(tables, setting) ? tables[setting] : undefined;
  if (!table || !Object.hasOwn(table, told) || query.getAll(parameter).length !== 1) throw new HubError('flow_invalid');
  return { ...settings, [setting]: told };
}

const notInTable = (name: string): HubError =>
  new HubError('input_invalid', undefined, {
    errors: [{ path: `/settings/${name}`, message: 'That is not one of the choices.' }],
  });
