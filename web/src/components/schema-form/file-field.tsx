import { FilesField } from './files-field.tsx';
import { asObject } from './json-schema.ts';

interface Props {
  label: string;
  description?: string;
  required?: boolean;
  error?: string;
  value: string;
  onChange: (value: string | undefined) => void;
}

/** One file for an action. */
export function FileField({ value, onChange, ...common }: Props) {
  return (
    <FilesField
      {...common}
      value={value === '' ? [] : [{ fileId: value }]}
      onChange={(files) => {
        const id = asObject(files.at(-1))['fileId'];
        onChange(typeof id === 'string' ? id : undefined);
      }}
    />
  );
}
