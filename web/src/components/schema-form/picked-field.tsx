import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useContext, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { shownText } from '../../lib/shown-text.ts';
import { choicesQuery, ChoicesOf, FormOf, missingFor } from './choices.ts';
import { nameOf, type Picked } from './json-schema.ts';

interface Props {
  label: string;
  description?: string;
  required?: boolean;
  error?: string;
  picked: Picked;
  value: string;
  onChange: (value: string | undefined) => void;
}

/** One of the account's own things, found by its name; an id that is not in the list can be typed as it is. */
export function PickedField({ picked, value, onChange, ...common }: Props) {
  const { t } = useTranslation();
  const form = useContext(FormOf);
  const { data = [], isFetching } = useQuery(choicesQuery(useContext(ChoicesOf), picked, form.value));
  const missing = missingFor(picked, form.value).map((field) => nameOf(field, form.fields[field] ?? {}));
  const [search, setSearch] = useState('');
  const typed = search.trim();
  const listed = data.map((choice) => ({ ...choice, label: shownText(choice.label) }));
  const known = (id: string) => listed.some((choice) => choice.value === id);
  const extra = [
    ...(value !== '' && !known(value) ? [{ value, label: value }] : []),
    ...(typed !== '' && typed !== value && !listed.some(({ label }) => label === typed) && !known(typed)
      ? [{ value: typed, label: t('form.useId', { id: typed }) }]
      : []),
  ];
  return (
    <Select
      {...common}
      searchable
      clearable={!common.required}
      allowDeselect={false}
      data={[...listed, ...extra]}
      value={value === '' ? null : value}
      onSearchChange={setSearch}
      nothingFoundMessage={
        missing.length > 0
          ? t('form.firstFill', { fields: missing.join(', ') })
          : t(isFetching ? 'common.loading' : 'results.none')
      }
      onChange={(next) => onChange(next ?? undefined)}
    />
  );
}
