import type { CalendarEvent } from '@switchboard/contracts';
import { Badge, Button, Group, Modal, Stack, Text } from '@mantine/core';
import { IconMapPin, IconPencil, IconRepeat, IconTrash, IconUsers } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { HostLink, RichText } from '../../components/rich-text.tsx';
import { shownText } from '../../lib/shown-text.ts';
import { useFormat } from '../../lib/use-format.ts';
import type { Wish } from './propose-dialog.tsx';

interface Props {
  event: CalendarEvent;
  writable: boolean;
  onClose: () => void;
  onWish: (wish: Wish) => void;
}

/** One event with everything about it; changing and cancelling lead to a card. */
export function EventDialog({ event, writable, onClose, onWish }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Modal
      opened
      onClose={onClose}
      title={shownText(event.title)}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <Stack gap="sm">
        <Text>{format.span(event)}</Text>
        {event.seriesId && (
          <Group gap={6}>
            <IconRepeat size={16} aria-hidden />
            <Text size="sm">{t('calendar.inSeries')}</Text>
          </Group>
        )}
        {event.location && (
          <Group gap={6}>
            <IconMapPin size={16} aria-label={t('results.place')} />
            <Text size="sm">{shownText(event.location)}</Text>
          </Group>
        )}
        {event.attendees.length > 0 && (
          <Group gap={6} align="flex-start" wrap="nowrap">
            <IconUsers size={16} aria-label={t('results.people')} />
            <Stack gap={4}>
              {event.attendees.map((person) => (
                <Group key={person.email} gap={6}>
                  <Text size="sm">{shownText(person.name ?? person.email)}</Text>
                  {person.response && (
                    <Badge size="sm" color="gray">
                      {t(`response.${person.response}`)}
                    </Badge>
                  )}
                </Group>
              ))}
            </Stack>
          </Group>
        )}
        {event.description && <RichText text={event.description} />}
        <Group gap="md" fz="sm">
          {event.conferenceUrl && <HostLink href={event.conferenceUrl} label={t('results.video')} />}
          {event.url && <HostLink href={event.url} label={t('proposal.openThere')} />}
        </Group>
        {writable && (
          <Group justify="flex-end">
            <Button
              variant="default"
              leftSection={<IconTrash size={16} aria-hidden />}
              onClick={() => onWish({ kind: 'cancel', event })}
            >
              {t('calendar.cancelEvent')}
            </Button>
            <Button
              leftSection={<IconPencil size={16} aria-hidden />}
              onClick={() => onWish({ kind: 'change', event })}
            >
              {t('calendar.change')}
            </Button>
          </Group>
        )}
      </Stack>
    </Modal>
  );
}
