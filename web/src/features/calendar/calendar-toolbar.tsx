import { ActionIcon, Button, Group, SegmentedControl, Title } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import type { DateTime } from 'luxon';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/use-format.ts';
import { type Range, stepFrom, type View, views } from './range.ts';

interface Props {
  view: View;
  day: DateTime;
  range: Range;
  onGo: (change: { view?: View; day?: DateTime | null }) => void;
}

/** Back, today, ahead, and the view. */
export function CalendarToolbar({ view, day, range, onGo }: Props) {
  const { t } = useTranslation();
  const { language } = useFormat();
  const local = (date: DateTime) => date.setLocale(language);
  const last = local(range.to.minus({ days: 1 }));
  const label =
    view === 'month'
      ? local(day).toFormat('LLLL yyyy')
      : `${local(range.from).toLocaleString({ day: 'numeric', month: 'short' })} – ${last.toLocaleString({ day: 'numeric', month: 'short', year: 'numeric' })}`;
  return (
    <Group justify="space-between" gap="sm">
      <Group gap="xs">
        <Button variant="default" size="xs" onClick={() => onGo({ day: null })}>
          {t('calendar.today')}
        </Button>
        <ActionIcon
          variant="default"
          size={30}
          aria-label={t('calendar.back')}
          onClick={() => onGo({ day: stepFrom(view, day, -1) })}
        >
          <IconChevronLeft size={18} aria-hidden />
        </ActionIcon>
        <ActionIcon
          variant="default"
          size={30}
          aria-label={t('calendar.ahead')}
          onClick={() => onGo({ day: stepFrom(view, day, 1) })}
        >
          <IconChevronRight size={18} aria-hidden />
        </ActionIcon>
        <Title order={2} aria-live="polite">
          {label}
        </Title>
      </Group>
      <SegmentedControl
        aria-label={t('calendar.view')}
        value={view}
        onChange={(next) => onGo({ view: next })}
        data={views.map((value) => ({ value, label: t(`calendar.${value}`) }))}
      />
    </Group>
  );
}
