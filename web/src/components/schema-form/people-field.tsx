import { TagsInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asObject, type JsonObject } from './json-schema.ts';

interface Props {
  label: string;
  description?: string;
  required?: boolean;
  error?: string;
  value: unknown;
  onChange: (value: JsonObject[]) => void;
}

const address = /^[^\s@<>]+@[^\s@<>.]+(?:\.[^\s@<>.]+)+$/;

/** People by their mail address; what was known of somebody stays with them. */
export function PeopleField({ value, onChange, error, ...common }: Props) {
  const { t } = useTranslation();
  const [refused, setRefused] = useState<string>();
  const people = Array.isArray(value) ? value.map(asObject) : [];
  return (
    <TagsInput
      {...common}
      placeholder={people.length === 0 ? t('form.peopleExample') : undefined}
      error={refused ? t('form.notAddress', { text: refused }) : error}
      value={people.map((person) => String(person['email'] ?? ''))}
      splitChars={[',', ';', ' ']}
      acceptValueOnBlur
      onChange={(emails) => {
        setRefused(emails.find((email) => !address.test(email)));
        const good = emails.filter((email) => address.test(email));
        onChange(good.map((email) => people.find((person) => person['email'] === email) ?? { email }));
      }}
    />
  );
}
