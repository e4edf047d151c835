import { JsonInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

interface Props {
  label: string;
  description?: string;
  required?: boolean;
  error?: string;
  value: unknown;
  onChange: (value: unknown) => void;
}

/** A value no simpler control fits, written as JSON. */
export function JsonField({ value, onChange, error, ...common }: Props) {
  const { t } = useTranslation();
  const [text, setText] = useState(() => (value === undefined ? '' : JSON.stringify(value, null, 2)));
  const [wrong, setWrong] = useState(false);
  return (
    <JsonInput
      {...common}
      autosize
      minRows={2}
      maxRows={14}
      value={text}
      error={wrong ? t('form.notJson') : error}
      onChange={(next) => {
        setText(next);
        try {
          onChange(next.trim() === '' ? undefined : JSON.parse(next));
          setWrong(false);
        } catch {
          setWrong(true);
        }
      }}
    />
  );
}
