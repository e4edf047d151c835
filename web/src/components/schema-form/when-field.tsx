import { Checkbox, Fieldset, Group, Select, Text, TextInput } from '@mantine/core';
import { EventTime } from '@switchboard/contracts';
import { DateTime } from 'luxon';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { knownZones } from '../../lib/time.ts';
import { useZone } from '../../lib/use-format.ts';

interface Props {
  label: string;
  description?: string;
  required?: boolean;
  error?: string;
  value: unknown;
  onChange: (value: EventTime) => void;
}

/** A day, or a wall time with the zone it is meant in. */
export function WhenField({ label, description, required, error, value, onChange }: Props) {
  const { t } = useTranslation();
  const ownZone = useZone();
  const parsed = EventTime.safeParse(value);
  const time = parsed.success ? parsed.data : undefined;
  const zone = time && 'dateTime' in time ? time.timeZone : ownZone;
  const wall = time && 'dateTime' in time ? DateTime.fromISO(time.dateTime, { zone }) : undefined;
  const date = time ? ('date' in time ? time.date : (wall?.toISODate() ?? '')) : '';
  const clock = wall?.toFormat('HH:mm') ?? '09:00';
  const zones = useMemo(() => [...new Set([zone, ownZone, ...knownZones()])], [zone, ownZone]);
  const allDay = time !== undefined && 'date' in time;

  const set = (nextDate: string, nextClock: string, nextZone: string) => {
    const dateTime = DateTime.fromISO(`${nextDate}T${nextClock}`, { zone: nextZone }).toISO({
      suppressMilliseconds: true,
    });
    if (dateTime) onChange({ dateTime, timeZone: nextZone });
  };

  return (
    <Fieldset legend={required ? `${label} *` : label} p="sm">
      {description && (
        <Text size="xs" c="dimmed">
          {description}
        </Text>
      )}
      <Group gap="sm" align="flex-end">
        <TextInput
          label={t('form.date')}
          type="date"
          flex="1 1 130px"
          value={date}
          onChange={(event) => {
            const next = event.currentTarget.value;
            if (next && allDay) onChange({ date: next });
            else if (next) set(next, clock, zone);
          }}
        />
        {!allDay && (
          <>
            <TextInput
              label={t('form.time')}
              type="time"
              flex="1 1 110px"
              value={clock}
              onChange={(event) => date && event.currentTarget.value && set(date, event.currentTarget.value, zone)}
            />
            <Select
              label={t('form.zone')}
              data={zones}
              flex="2 1 170px"
              value={zone}
              searchable
              allowDeselect={false}
              limit={60}
              onChange={(next) => next && date && set(date, clock, next)}
            />
          </>
        )}
        <Checkbox
          label={t('form.allDay')}
          checked={allDay}
          mb={9}
          onChange={(event) => {
            if (!date) return;
            if (event.currentTarget.checked) onChange({ date });
            else set(date, clock, zone);
          }}
        />
      </Group>
      {error && (
        <Text size="sm" c="var(--mantine-color-error)" mt={4}>
          {error}
        </Text>
      )}
    </Fieldset>
  );
}
