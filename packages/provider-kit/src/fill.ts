/** Rows of values by the value of a setting, as Zoho's hosts by data centre. */
export type Tables = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>>;

/** The names a template may use: the settings, and the row that each of them picks from its table. */
export function valuesOf(
  settings: Readonly<Record<string, string>>,
  tables: Tables = {},
): Readonly<Record<string, string>> {
  const rows = Object.entries(tables).map(([setting, table]) => {
    const value = settings[setting];
    return value !== undefined && Object.hasOwn(table, value) ? table[value] : undefined;
  });
  return Object.assign({}, settings, ...rows) as Record<string, string>;
}

/** Fills the `{name}` templates of an address. @throws Error where a name has no value. */
export const fill = (template: string, values: Readonly<Record<string, string>>): string =>
  template.replaceAll(/\{([a-zA-Z]\w*)\}/g, (_all, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined) throw new Error(`Nothing is known for {${name}}.`);
    return value;
  });
