import { Button, Group, Stack } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormOf } from './choices.ts';
import { errorsAt, fieldErrors } from './field-errors.ts';
import { asSchema, filled, type JsonObject } from './json-schema.ts';
import { SchemaField } from './schema-field.tsx';

interface Props {
  schema: unknown;
  initial?: JsonObject;
  /** Offered to fill what is still empty, one after the other. */
  examples?: readonly JsonObject[];
  submitLabel: string;
  pending: boolean;
  /** Marks the fields that the hub found wrong. */
  error?: unknown;
  onSubmit: (value: JsonObject) => void;
  /** Beside the submit button. */
  children?: ReactNode;
}

/** A form drawn from a JSON Schema; what was entered stays when the hub refuses it. */
export function SchemaForm({
  schema,
  initial = {},
  examples = [],
  submitLabel,
  pending,
  error,
  onSubmit,
  children,
}: Props) {
  const { properties = {}, required = [] } = asSchema(schema);
  const { t } = useTranslation();
  const [value, setValue] = useState<JsonObject>(initial);
  const [shown, setShown] = useState<{ times: number; example: JsonObject }>({ times: 0, example: {} });
  /** How often an example changed a field, which then begins anew with what it holds. */
  const [renewed, setRenewed] = useState<Record<string, number>>({});
  const wrong = fieldErrors(error);
  const fill = () => {
    const example = examples[shown.times % examples.length] ?? {};
    const next = withExample(value, example, shown.example);
    const changed = Object.keys({ ...value, ...next }).filter((key) => value[key] !== next[key]);
    setValue(next);
    setRenewed((before) => ({ ...before, ...Object.fromEntries(changed.map((key) => [key, shown.times + 1])) }));
    setShown({ times: shown.times + 1, example });
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit(filled(value));
      }}
    >
      <Stack gap="md">
        <FormOf value={{ fields: properties, value }}>
          {Object.entries(properties).map(([key, property]) => (
            <SchemaField
              key={`${key} ${renewed[key] ?? 0}`}
              name={key}
              schema={property}
              required={required.includes(key) && property.default === undefined}
              value={value[key]}
              errors={errorsAt(wrong, key)}
              onChange={(next) => setValue((before) => ({ ...before, [key]: next }))}
            />
          ))}
        </FormOf>
        <Group justify="flex-end">
          {examples.length > 0 && (
            <Button variant="default" onClick={fill}>
              {t('actions.example')}
            </Button>
          )}
          {children}
          <Button type="submit" loading={pending}>
            {submitLabel}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** @returns what was typed, with an example where nothing was or where an earlier example stands untouched. */
function withExample(typed: JsonObject, example: JsonObject, before: JsonObject): JsonObject {
  const own = Object.entries(filled(typed)).filter(([key, value]) => !(key in before && before[key] === value));
  return { ...example, ...Object.fromEntries(own) };
}
