import { Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { shownText } from '../../lib/shown-text.ts';
import { formatDay, isAllDay } from '../../lib/time.ts';
import { useFormat } from '../../lib/use-format.ts';
import type { GridProps } from './calendar-grid.tsx';
import { eventsOf } from './event-times.ts';

/** Four weeks as a list, day by day; days without events are left out. */
export function AgendaView({ events, range, zone, colorOf, onOpen }: GridProps) {
  const { t } = useTranslation();
  const { language } = useFormat();
  const format = useFormat();
  const days = range.days
    .map((date) => ({ date, here: eventsOf(events, date, zone) }))
    .filter(({ here }) => here.length > 0);
  if (days.length === 0) return <Text c="dimmed">{t('calendar.nothing')}</Text>;
  return (
    <div className="swb-card swb-rows">
      {days.map(({ date, here }) => (
        <section key={date.toISODate()} className="swb-agenda-day" aria-label={formatDay(date, language)}>
          <Title order={2} fz="sm">
            {formatDay(date, language)}
          </Title>
          <ul className="swb-list">
            {here.map((event) => (
              <li key={event.calendarId + event.id}>
                <button type="button" className="swb-agenda-event" onClick={() => onOpen(event)}>
                  <span className="swb-dot" style={{ background: colorOf(event) }} aria-hidden />
                  <span className="swb-agenda-time">
                    {isAllDay(event) || !('dateTime' in event.start)
                      ? t('form.allDay')
                      : `${format.time(event.start.dateTime)} – ${'dateTime' in event.end ? format.time(event.end.dateTime) : ''}`}
                  </span>
                  <span>
                    <Text span fw={600} size="sm">
                      {shownText(event.title)}
                    </Text>
                    {event.location && (
                      <Text size="sm" c="dimmed">
                        {shownText(event.location)}
                      </Text>
                    )}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
