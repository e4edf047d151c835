import type { CalendarEvent } from '@switchboard/contracts';
import { DateTime } from 'luxon';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/use-format.ts';
import { nowMs } from '../../lib/clock.ts';
import { eventMoment, formatDay, isAllDay } from '../../lib/time.ts';
import type { GridProps } from './calendar-grid.tsx';
import { dropPlace } from './drag.ts';
import { EventChip } from './event-chip.tsx';
import { eventsOf, moved } from './event-times.ts';
import { placeDay } from './week-layout.ts';

const pixelsPerHour = 46;
const hours = Array.from({ length: 24 }, (_, hour) => hour);
const snapped = (pixels: number) => Math.max(0, Math.min(1425, Math.round(((pixels / pixelsPerHour) * 60) / 15) * 15));

/** Seven days by the hour; clicking a time makes a new event, letting an event go moves it to that time. */
export function WeekView({ events, range, zone, colorOf, onOpen, onCreate, onMove }: GridProps) {
  const { t } = useTranslation();
  const { language } = useFormat();
  const scroller = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (scroller.current) scroller.current.scrollTop = pixelsPerHour * 7.5;
  }, []);
  const now = DateTime.fromMillis(nowMs(), { zone });
  const dropOn = (date: DateTime, columnTop: () => number) => (event: CalendarEvent, topY: number) => {
    const start = eventMoment(event.start, zone);
    const days = Math.round(date.diff(start.startOf('day'), 'days').days);
    const minutes = isAllDay(event) ? 0 : snapped(topY - columnTop()) - (start.hour * 60 + start.minute);
    if (days !== 0 || minutes !== 0) onMove(event, moved(event, { days, minutes }));
  };

  return (
    <div className="swb-card swb-week" ref={scroller} tabIndex={0} role="group" aria-label={t('calendar.week')}>
      <div className="swb-week-head">
        <span />
        {range.days.map((date) => (
          <div key={date.toISODate()} data-today={date.hasSame(now, 'day') || undefined}>
            <div className="swb-week-day">{date.setLocale(language).toFormat('ccc d')}</div>
            {eventsOf(events.filter(isAllDay), date, zone).map((event) => (
              <EventChip key={event.id} event={event} color={colorOf(event)} onOpen={onOpen} />
            ))}
          </div>
        ))}
      </div>
      <div className="swb-week-body" style={{ height: pixelsPerHour * 24 }}>
        <div className="swb-week-hours" aria-hidden>
          {hours.map((hour) => (
            <span key={hour} style={{ height: pixelsPerHour }}>
              {hour === 0 ? '' : DateTime.fromObject({ hour }).setLocale(language).toLocaleString({ hour: 'numeric' })}
            </span>
          ))}
        </div>
        {range.days.map((date) => {
          const timed = eventsOf(
            events.filter((event) => !isAllDay(event)),
            date,
            zone,
          );
          let column: HTMLDivElement | null = null;
          const top = () => column?.getBoundingClientRect().top ?? 0;
          return (
            <div
              key={date.toISODate()}
              ref={(element) => {
                column = element;
              }}
              role="group"
              aria-label={formatDay(date, language)}
              className="swb-week-column"
              style={{ backgroundSize: `100% ${pixelsPerHour}px` }}
              onClick={(click) =>
                onCreate(date.plus({ minutes: Math.floor(snapped(click.clientY - top()) / 30) * 30 }))
              }
              {...dropPlace(dropOn(date, top))}
            >
              {date.hasSame(now, 'day') && (
                <div
                  className="swb-week-now"
                  style={{ top: ((now.hour * 60 + now.minute) / 60) * pixelsPerHour }}
                  aria-hidden
                />
              )}
              {placeDay(timed, date, zone).map(({ event, from, to, lane, lanes }) => (
                <EventChip
                  key={event.calendarId + event.id}
                  block
                  short={to - from < 55}
                  event={event}
                  color={colorOf(event)}
                  onOpen={onOpen}
                  style={{
                    top: (from / 60) * pixelsPerHour,
                    height: ((to - from) / 60) * pixelsPerHour - 2,
                    left: `${(lane / lanes) * 100}%`,
                    width: `calc(${100 / lanes}% - 3px)`,
                  }}
                />
              ))}
            </div>
          );
        })}
      </div>
    </div>
  );
}
