import type { CalendarEvent } from '@switchboard/contracts';
import { Badge, Group, Text } from '@mantine/core';
import { IconMapPin, IconUsers, IconVideo } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { shownText } from '../../lib/shown-text.ts';
import { useFormat } from '../../lib/use-format.ts';
import { HostLink } from '../rich-text.tsx';
import { NothingFound } from './nothing-found.tsx';

/** Events, each with its time in the person's own zone. */
export function EventList({ events }: { events: readonly CalendarEvent[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (events.length === 0) return <NothingFound />;
  return (
    <div className="swb-rows">
      {events.map((event) => (
        <div key={`${event.calendarId}/${event.id}`} className="swb-result-row">
          <Group gap="xs" justify="space-between">
            <Text fw={600} td={event.status === 'cancelled' ? 'line-through' : undefined}>
              {shownText(event.title)}
            </Text>
            {event.status !== 'confirmed' && <Badge color="gray">{t(`eventStatus.${event.status}`)}</Badge>}
          </Group>
          <Text size="sm" c="dimmed">
            {format.span(event)}
          </Text>
          <Group gap="md" fz="sm">
            {event.location && (
              <Group gap={4}>
                <IconMapPin size={15} aria-label={t('results.place')} />
                {shownText(event.location)}
              </Group>
            )}
            {event.attendees.length > 0 && (
              <Group gap={4}>
                <IconUsers size={15} aria-label={t('results.people')} />
                {event.attendees.map(({ name, email }) => shownText(name ?? email)).join(', ')}
              </Group>
            )}
            {event.conferenceUrl && (
              <Group gap={4}>
                <IconVideo size={15} aria-hidden />
                <HostLink href={event.conferenceUrl} label={t('results.video')} />
              </Group>
            )}
          </Group>
        </div>
      ))}
    </div>
  );
}
