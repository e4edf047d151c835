import { asObject, asSchema, type JsonObject } from '../schema-form/json-schema.ts';
import { SchemaField } from '../schema-form/schema-field.tsx';

interface Props {
  schema: unknown;
  value: JsonObject;
  onChange: (change: (before: JsonObject) => JsonObject) => void;
}

/** What the provider wants to know first, as a shop's name. */
export function SettingsFields({ schema, value, onChange }: Props) {
  const { properties = {}, required = [] } = asSchema(schema);
  return Object.entries(properties).map(([name, property]) => (
    <SchemaField
      key={name}
      name={name}
      schema={property}
      required={required.includes(name) && property.default === undefined}
      value={asObject(value)[name]}
      onChange={(next) => onChange((before) => ({ ...before, [name]: next }))}
    />
  ));
}
