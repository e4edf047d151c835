import { Text } from '@mantine/core';
import { useContext } from 'react';
import { useTranslation } from 'react-i18next';
import { ChoicesOf } from '../schema-form/choices.ts';
import { errorsAt, fieldErrors } from '../schema-form/field-errors.ts';
import { asObject, asSchema, type JsonObject, nameOf } from '../schema-form/json-schema.ts';
import { SchemaField } from '../schema-form/schema-field.tsx';

interface Props {
  schema: unknown;
  value: JsonObject;
  /** What the hub refused; what concerns a setting is shown at it. */
  error?: unknown;
  onChange: (change: (before: JsonObject) => JsonObject) => void;
}

/** What the provider wants to know first, as a shop's name. */
export function SettingsFields({ schema, value, error, onChange }: Props) {
  const { t } = useTranslation();
  const connected = useContext(ChoicesOf) !== undefined;
  const wrong = errorsAt(fieldErrors(error), 'settings');
  const { properties = {}, required = [] } = asSchema(schema);
  return Object.entries(properties).map(([name, property]) =>
    property.picked && property.editable && !connected ? (
      <Text key={name} size="sm" c="dimmed">
        {t('connect.chosenLater', { field: nameOf(name, property) })}
      </Text>
    ) : (
      <SchemaField
        key={name}
        name={name}
        schema={property}
        required={required.includes(name) && property.default === undefined}
        value={asObject(value)[name]}
        errors={errorsAt(wrong, name)}
        onChange={(next) => onChange((before) => ({ ...before, [name]: next }))}
      />
    ),
  );
}
