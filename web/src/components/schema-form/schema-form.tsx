import { Button, Group, Stack } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { ProblemError } from '../../lib/problem-error.ts';
import { FormOf } from './choices.ts';
import { asSchema, filled, type JsonObject } from './json-schema.ts';
import { SchemaField } from './schema-field.tsx';

interface Props {
  schema: unknown;
  initial?: JsonObject;
  submitLabel: string;
  pending: boolean;
  /** Marks the fields that the hub found wrong. */
  error?: unknown;
  onSubmit: (value: JsonObject) => void;
  /** Beside the submit button. */
  children?: ReactNode;
}

/** A form drawn from a JSON Schema; what was entered stays when the hub refuses it. */
export function SchemaForm({ schema, initial = {}, submitLabel, pending, error, onSubmit, children }: Props) {
  const { properties = {}, required = [] } = asSchema(schema);
  const [value, setValue] = useState<JsonObject>(initial);
  const wrong = error instanceof ProblemError ? (error.problem.errors ?? []) : [];
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
              key={key}
              name={key}
              schema={property}
              required={required.includes(key) && property.default === undefined}
              value={value[key]}
              error={wrong.find(({ path }) => path === `/${key}` || path.startsWith(`/${key}/`))?.message}
              onChange={(next) => setValue((before) => ({ ...before, [key]: next }))}
            />
          ))}
        </FormOf>
        <Group justify="flex-end">
          {children}
          <Button type="submit" loading={pending}>
            {submitLabel}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
