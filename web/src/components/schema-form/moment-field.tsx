import { TextInput } from '@mantine/core';
import { DateTime } from 'luxon';
import { useTranslation } from 'react-i18next';
import { useZone } from '../../lib/use-format.ts';

interface Props {
  label: string;
  description?: string;
  required?: boolean;
  error?: string;
  value: string;
  onChange: (value: string | undefined) => void;
}

/** A moment, written as wall time in the person's own zone, kept with its offset. */
export function MomentField({ value, onChange, description, ...common }: Props) {
  const { t } = useTranslation();
  const zone = useZone();
  const wall = value ? DateTime.fromISO(value, { zone }).toFormat("yyyy-MM-dd'T'HH:mm") : '';
  return (
    <TextInput
      {...common}
      description={[description, t('form.inZone', { zone })].filter(Boolean).join(' · ')}
      type="datetime-local"
      value={wall}
      onChange={(event) => {
        const next = event.currentTarget.value;
        onChange(next ? (DateTime.fromISO(next, { zone }).toISO() ?? undefined) : undefined);
      }}
    />
  );
}
