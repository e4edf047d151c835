import type { FieldError } from '@switchboard/contracts';
import { Checkbox, Fieldset, Input, NumberInput, Select, Stack, TagsInput, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { errorsAt } from './field-errors.ts';
import { FileField } from './file-field.tsx';
import { FilesField } from './files-field.tsx';
import { JsonField } from './json-field.tsx';
import { asObject, fieldKind, hintOf, type JsonSchema, nameOf, withoutNull } from './json-schema.ts';
import { MomentField } from './moment-field.tsx';
import { PeopleField } from './people-field.tsx';
import { PickedField } from './picked-field.tsx';
import { WhenField } from './when-field.tsx';

export interface FieldProps {
  name: string;
  schema: JsonSchema;
  value: unknown;
  onChange: (value: unknown) => void;
  required?: boolean;
  /** What the hub found wrong here, by paths that begin at this value. */
  errors?: readonly FieldError[];
}

/** A field of a form; where it may be null, with a box beside it that says so. */
export function SchemaField(props: FieldProps) {
  const { t } = useTranslation();
  const { schema, nullable } = withoutNull(props.schema);
  if (!nullable || fieldKind(schema) === 'json') return <Control {...props} />;
  const { name, value, onChange, required = false } = props;
  const none = value === null;
  return (
    <Stack gap={6}>
      <Control {...props} schema={schema} required={required && !none} />
      <Checkbox
        size="xs"
        label={t('form.none', { field: nameOf(name, schema) })}
        checked={none}
        onChange={(event) => onChange(event.currentTarget.checked ? null : undefined)}
      />
    </Stack>
  );
}

/** The control that fits a schema: text, number, choice, date, people and so on; JSON where none fits. */
function Control(props: FieldProps) {
  const { name, schema, value, onChange, required = false, errors = [] } = props;
  const error = errors[0]?.message;
  const label = nameOf(name, schema);
  const description = hintOf(label, schema);
  const common = { label, description, required, error };
  const text = typeof value === 'string' ? value : '';

  switch (fieldKind(schema)) {
    case 'text':
      return (
        <TextInput
          {...common}
          name={name}
          type={schema.format === 'email' ? 'email' : 'text'}
          placeholder={schema.examples?.[0]}
          value={text}
          maxLength={schema.maxLength}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      );
    case 'long':
      return (
        <Textarea
          {...common}
          autosize
          minRows={3}
          maxRows={14}
          value={text}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      );
    case 'number':
      return (
        <NumberInput
          {...common}
          value={typeof value === 'number' ? value : ''}
          placeholder={schema.default === undefined ? undefined : String(schema.default)}
          min={schema.minimum !== undefined && Math.abs(schema.minimum) < 1e9 ? schema.minimum : undefined}
          max={schema.maximum !== undefined && schema.maximum < 1e9 ? schema.maximum : undefined}
          allowDecimal={schema.type === 'number'}
          onChange={(next) => onChange(typeof next === 'number' ? next : undefined)}
        />
      );
    case 'flag':
      return (
        <Checkbox
          label={label}
          description={description}
          error={error}
          checked={value === undefined ? schema.default === true : value === true}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
      );
    case 'choice':
      return (
        <Select
          {...common}
          data={(schema.enum ?? []).map((option) => ({ value: String(option), label: nameOf(String(option), {}) }))}
          value={value === null ? null : String(value ?? schema.default ?? '') || null}
          clearable={!required}
          allowDeselect={false}
          onChange={(next) => onChange(schema.enum?.find((option) => String(option) === next))}
        />
      );
    case 'date':
      return (
        <TextInput {...common} type="date" value={text} onChange={(event) => onChange(event.currentTarget.value)} />
      );
    case 'moment':
      return <MomentField {...common} value={text} onChange={onChange} />;
    case 'when':
      return <WhenField {...common} value={value} onChange={onChange} />;
    case 'people':
      return <PeopleField {...common} value={value} onChange={onChange} />;
    case 'files':
      return <FilesField {...common} value={value} onChange={onChange} />;
    case 'file':
      return <FileField {...common} value={text} onChange={onChange} />;
    case 'picked':
      return <PickedField {...common} picked={schema.picked!} value={text} onChange={onChange} />;
    case 'words':
      return (
        <TagsInput
          {...common}
          value={Array.isArray(value) ? value.map(String) : []}
          onChange={onChange}
          acceptValueOnBlur
          splitChars={[',', ';']}
        />
      );
    case 'group':
      return (
        <Fieldset legend={label}>
          <Stack gap="sm">
            <Input.Error>{errors.find(({ path }) => path === '')?.message}</Input.Error>
            {Object.entries(schema.properties ?? {}).map(([key, property]) => (
              <SchemaField
                key={key}
                name={key}
                schema={property}
                required={schema.required?.includes(key)}
                value={asObject(value)[key]}
                errors={errorsAt(errors, key)}
                onChange={(next) => onChange({ ...asObject(value), [key]: next })}
              />
            ))}
          </Stack>
        </Fieldset>
      );
    case 'json':
      return <JsonField {...common} value={value} onChange={onChange} />;
  }
}
