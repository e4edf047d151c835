import type { CalendarEvent } from '@switchboard/contracts';
import { DateTime } from 'luxon';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/use-format.ts';
import { nowMs } from '../../lib/clock.ts';
import { formatDay } from '../../lib/time.ts';
import type { GridProps } from './calendar-grid.tsx';
import { dropPlace } from './drag.ts';
import { EventChip } from './event-chip.tsx';
import { eventsOf, moved } from './event-times.ts';
import { eventMoment } from '../../lib/time.ts';

const mostShown = 3;

/** The weeks of a month; a day's number makes a new event, letting an event go on a day moves it there. */
export function MonthView({ events, range, day, zone, colorOf, onOpen, onCreate, onMove, onShowDay }: GridProps) {
  const { t } = useTranslation();
  const { language } = useFormat();
  const today = DateTime.fromMillis(nowMs(), { zone });
  const dropOn = (date: DateTime) => (event: CalendarEvent) => {
    const days = Math.round(date.diff(eventMoment(event.start, zone).startOf('day'), 'days').days);
    if (days !== 0) onMove(event, moved(event, { days, minutes: 0 }));
  };
  return (
    <div className="swb-card swb-month">
      {range.days.slice(0, 7).map((date) => (
        <div key={date.weekday} className="swb-month-head" aria-hidden>
          {date.setLocale(language).toFormat('ccc')}
        </div>
      ))}
      {range.days.map((date) => {
        const here = eventsOf(events, date, zone);
        return (
          <div
            key={date.toISODate()}
            role="group"
            aria-label={formatDay(date, language)}
            className="swb-month-day"
            data-outside={date.month !== day.month || undefined}
            data-today={date.hasSame(today, 'day') || undefined}
            onDoubleClick={() => onCreate(date.set({ hour: 9 }))}
            {...dropPlace(dropOn(date))}
          >
            <button
              type="button"
              className="swb-month-number"
              aria-label={t('calendar.newOn', { day: formatDay(date, language) })}
              onClick={() => onCreate(date.set({ hour: 9 }))}
            >
              {date.day}
            </button>
            {here.slice(0, mostShown).map((event) => (
              <EventChip key={event.calendarId + event.id} event={event} color={colorOf(event)} onOpen={onOpen} />
            ))}
            {here.length > mostShown && (
              <button
                type="button"
                className="swb-month-more"
                aria-label={t('calendar.showAll', { count: here.length - mostShown })}
                onClick={() => onShowDay(date)}
              >
                {t('calendar.moreEvents', { count: here.length - mostShown })}
              </button>
            )}
          </div>
        );
      })}
    </div>
  );
}
